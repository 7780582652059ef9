package minihost.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import minihost.config.Device;
import minihost.config.HostAndPort;
import minihost.config.Suggestion;

/** Commands about the network and what went over it. */
final class NetworkCommands {
  private static final String WEAK = "weak";
  private static final String OFF = "off";

  static final List<ReplCommand> ALL =
      List.of(
          new ReplCommand(
                  ".network",
                  "TYPE | weak on|off|auto",
                  "change the phone's network to "
                      + String.join(", ", Device.NetworkType.names())
                      + "; or say that it is weak, that it is not, or that its traffic shall tell",
                  NetworkCommands::network)
              .completing((session, before) -> networks(before)),
          new ReplCommand(
                  ".proxy",
                  "HOST:PORT | off",
                  "set the phone's proxy for every exchange from now on, or take it away",
                  NetworkCommands::proxy)
              .completing((session, before) -> before.isEmpty() ? List.of(OFF) : List.of()),
          new ReplCommand(
              ".requests",
              "",
              "the network calls of this run, and what became of them",
              (session, arguments) ->
                  session.screen().say(RequestTable.of(session.host().journal().events()))),
          new ReplCommand(
                  ".explain",
                  "API URL",
                  "whether a call would be allowed now, rule by rule",
                  NetworkCommands::explain)
              .completing((session, before) -> before.isEmpty() ? Asks.APIS : List.of()),
          new ReplCommand(
              ".webview",
              "URL",
              "whether the web-view component may show a page",
              NetworkCommands::webView));

  private NetworkCommands() {}

  private static List<String> weaknesses() {
    return Arrays.stream(Device.WeakNetwork.values()).map(NetworkCommands::word).toList();
  }

  private static String word(Device.WeakNetwork weak) {
    return weak.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> networks(List<String> before) {
    if (before.equals(List.of(WEAK))) return weaknesses();
    return before.isEmpty()
        ? Stream.concat(Device.NetworkType.names().stream(), Stream.of(WEAK)).toList()
        : List.of();
  }

  private static void network(Session session, String arguments) throws ReplCommand.Misuse {
    List<String> words = Words.split(arguments);
    boolean weak = !words.isEmpty() && words.getFirst().equals(WEAK);
    if (weak) weak(session, String.join(" ", words.subList(1, words.size())));
    else type(session, arguments);
  }

  private static void weak(Session session, String what) throws ReplCommand.Misuse {
    for (Device.WeakNetwork known : Device.WeakNetwork.values())
      if (word(known).equals(what)) {
        session.host().setWeakNetwork(known);
        return;
      }
    throw new ReplCommand.Misuse(
        (what.isEmpty() ? "weak how? " : "\"" + what + "\" is no state of a weak network; ")
            + "write .network weak on, off or auto");
  }

  private static void proxy(Session session, String where) throws ReplCommand.Misuse {
    if (where.isEmpty())
      throw new ReplCommand.Misuse(
          "which proxy? write for example .proxy 127.0.0.1:8888, or .proxy off");
    Optional<HostAndPort> proxy = HostAndPort.withPort(where);
    if (proxy.isEmpty() && !where.equals(OFF))
      throw new ReplCommand.Misuse(
          "\""
              + where
              + "\" is not host:port; write one such as .proxy 127.0.0.1:8888, or .proxy off");
    session.host().setProxy(proxy);
  }

  private static void type(Session session, String type) throws ReplCommand.Misuse {
    Optional<Device.NetworkType> known = Device.NetworkType.named(type);
    if (known.isPresent()) {
      session.host().setNetwork(known.get());
      return;
    }
    String meant =
        Suggestion.nearest(type, Device.NetworkType.names())
            .map(t -> "did you mean " + t + "? ")
            .orElse("");
    throw new ReplCommand.Misuse(
        "\""
            + type
            + "\" is no network type; "
            + meant
            + "write one of "
            + String.join(", ", Device.NetworkType.names())
            + ", or weak on, off or auto");
  }

  private static void webView(Session session, String url) throws ReplCommand.Misuse {
    if (Words.split(url).size() != 1)
      throw new ReplCommand.Misuse(
          "write a URL, for example .webview https://www.example.com/help");
    session.screen().say(session.host().webView(url.strip()).explain());
  }

  private static void explain(Session session, String arguments) throws ReplCommand.Misuse {
    List<String> words = Words.split(arguments);
    if (words.size() != 2)
      throw new ReplCommand.Misuse(
          "write an API and a URL, for example .explain request https://api.example.com/");
    session.screen().say(session.host().explain(Asks.of(words.get(0), words.get(1))).explain());
  }
}
