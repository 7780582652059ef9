package minihost.dns;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Reads Tencent's answers, which are text: {@code [name.:]ips[,ttl][-ips[,ttl]][|client]}, a line
 * per name, addresses apart by {@code ;}, and {@code 0} where there is none (sheet 7.4).
 */
final class TencentAnswer {
  private static final String NAME_END = ".:";

  private TencentAnswer() {}

  /** The addresses of a name; none when the answer speaks of others only. */
  static Found of(String host, String body) throws HttpDnsFailure {
    for (String line : withoutClient(body).split("\n")) {
      int name = line.indexOf(NAME_END);
      String asked = host.toLowerCase(Locale.ROOT);
      if (name >= 0 && !line.substring(0, name).toLowerCase(Locale.ROOT).equals(asked)) continue;
      String sides = name < 0 ? line : line.substring(name + NAME_END.length());
      // A sample of the documents has the bare name where there is no record.
      if (sides.strip().toLowerCase(Locale.ROOT).equals(asked)) break;
      return read(sides.strip());
    }
    return new Found(List.of(), 0);
  }

  private static String withoutClient(String body) {
    int client = body.lastIndexOf('|');
    return client < 0 ? body : body.substring(0, client);
  }

  /** IPv4 stands before the hyphen, IPv6 after it. */
  private static Found read(String sides) throws HttpDnsFailure {
    List<InetAddress> all = new ArrayList<>();
    long ttl = Long.MAX_VALUE;
    for (String side : sides.split("-", 2)) {
      String[] listAndTtl = side.split(",", 2);
      String list = listAndTtl[0].strip();
      if (list.isEmpty() || list.equals("0")) continue;
      all.addAll(Literals.addresses(Arrays.asList(list.split(";"))));
      ttl = Math.min(ttl, listAndTtl.length > 1 ? seconds(listAndTtl[1]) : 0);
    }
    return new Found(List.copyOf(all), all.isEmpty() ? 0 : ttl);
  }

  private static long seconds(String text) throws HttpDnsFailure {
    if (text.strip().matches("\\d{1,9}")) return Long.parseLong(text.strip());
    throw new HttpDnsFailure(
        HttpDnsCode.INVALID_RESPONSE,
        "the provider sent \"" + Literals.shown(text) + "\" as a time to live");
  }
}
