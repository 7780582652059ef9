package minihost.policy;

import java.util.Set;
import minihost.policy.Decision.Finding;
import minihost.reason.Origin;
import minihost.reason.Reason;

/** Ports that no TCPSocket may connect to, in the LAN or elsewhere (sockets sheet 3.3, C4). */
final class PortRule {
  private static final int LAST_WELL_KNOWN = 1024;
  private static final int FIRST_OF_WEB = 8000;
  private static final int LAST_OF_WEB = 8100;

  private static final Set<Integer> FORBIDDEN =
      Set.of(
          1099, 1433, 1521, 1719, 1720, 1723, 2049, 2375, 3128, 3306, 3389, 3659, 4045, 5060, 5061,
          5432, 5984, 6000, 6379, 6566, 7001, 7002, 8443, 8888, 9200, 9300, 10051, 10080, 11211,
          27017, 27018, 27019);

  private PortRule() {}

  static Finding judge(Ask.Tcp tcp) {
    int port = tcp.port();
    if (port <= LAST_WELL_KNOWN)
      return refuse(tcp, "port " + port + " is one of those up to " + LAST_WELL_KNOWN);
    if (port >= FIRST_OF_WEB && port <= LAST_OF_WEB)
      return refuse(tcp, "port " + port + " is one of " + FIRST_OF_WEB + " to " + LAST_OF_WEB);
    if (FORBIDDEN.contains(port))
      return refuse(tcp, "port " + port + " belongs to a known service");
    return Rulebook.pass(Rule.TCP_PORT, () -> "port " + port + " is not forbidden");
  }

  private static Finding refuse(Ask.Tcp tcp, String why) {
    return Rulebook.stop(
        new Reason(
            Rule.TCP_PORT,
            tcp.address() + ":" + tcp.port(),
            why + ", to which no TCPSocket may connect",
            "let the server listen on another port, such as 8101 or 20000",
            Origin.BUILT_IN));
  }
}
