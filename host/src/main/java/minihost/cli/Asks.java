package minihost.cli;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import minihost.config.HostAndPort;
import minihost.config.HostMapping;
import minihost.policy.Ask;

/** The questions a person can put to the policy by name. */
final class Asks {
  private static final String CONTAINER = "cloud.callContainer";
  private static final String WEB_VIEW = "webview";
  private static final String SOCKET = "connectSocket";
  private static final String TCP = "createTCPSocket";
  private static final String UDP = "createUDPSocket";
  private static final String DISCOVERY = "startLocalServiceDiscovery";

  /** Functions of {@code wx} that go to a peer. */
  static final List<String> NETWORK =
      Stream.concat(
              Arrays.stream(Ask.Http.Kind.values()).map(Ask.Http.Kind::api),
              Stream.of(CONTAINER, SOCKET, TCP, UDP))
          .toList();

  static final List<String> APIS =
      Stream.concat(NETWORK.stream(), Stream.of(DISCOVERY, WEB_VIEW)).toList();

  private static final Pattern SERVICE_TYPE = Pattern.compile("_[a-z0-9-]{1,15}\\._(tcp|udp)\\.?");

  private Asks() {}

  /**
   * @param api with or without {@code wx.}
   * @param url of a container {@code env/service/path}, for TCP and UDP {@code host:port}, for a
   *     scan the type of service
   * @throws IllegalArgumentException with a sentence for the user
   */
  static Ask of(String api, String url) {
    String name = api.startsWith("wx.") ? api.substring(3) : api;
    for (Ask.Http.Kind kind : Ask.Http.Kind.values())
      if (kind.api().equals(name)) return new Ask.Http(kind, url);
    if (name.equals(WEB_VIEW)) return new Ask.WebView(url);
    if (name.equals(CONTAINER)) return container(url);
    if (name.equals(SOCKET)) return new Ask.Socket(url);
    if (name.equals(TCP)) return new Ask.Tcp(peer(url).host(), peer(url).port());
    if (name.equals(UDP)) return new Ask.Udp(peer(url).host(), peer(url).port());
    if (name.equals(DISCOVERY)) return discovery(url);
    throw new IllegalArgumentException(
        "\"" + api + "\" is not asked about; write one of " + String.join(", ", APIS));
  }

  /** {@code host:port}, also with a scheme before it. */
  private static HostAndPort peer(String text) {
    return HostAndPort.of(text.replaceFirst("^(tcp|udp)://", ""))
        .filter(peer -> peer.port() != HostMapping.ANY_PORT)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\"" + text + "\" is not host:port, such as 192.168.1.30:9000"));
  }

  private static Ask discovery(String type) {
    if (!SERVICE_TYPE.matcher(type).matches())
      throw new IllegalArgumentException(
          "\"" + type + "\" is not a type of service, such as _http._tcp");
    return new Ask.Discover(type.endsWith(".") ? type : type + ".");
  }

  private static Ask container(String text) {
    String[] parts = text.split("/", 3);
    String path = parts.length > 2 ? "/" + parts[2] : "/";
    return new Ask.Container(parts[0], parts.length > 1 ? parts[1] : "", path);
  }
}
