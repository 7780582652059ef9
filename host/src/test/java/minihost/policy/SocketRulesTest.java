package minihost.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rule decides about datagrams and TCP connections, and why (sockets sheet 2.4, 3.3). */
class SocketRulesTest {
  private static final String TCP = "domains.tcpdomain=[\"tcp://a.com:9000\"]";
  private static final String UDP = "domains.udpdomain=[\"udp://a.com\"]";

  @TempDir private Path folder;

  private void decides(Ask ask, Rule rule, boolean allowed, String why, String... sets) {
    Decision decision =
        new Rulebook(Policies.with(folder, sets)).decide(ask, Policies.inForeground());
    assertEquals(why, decision.reason().why());
    assertEquals(rule, decision.reason().code());
    assertEquals(allowed, decision.allowed());
    assertEquals(allowed, decision.reason().fix().isEmpty());
  }

  @ParameterizedTest // LAN-6, LAN-7
  @CsvSource(
      delimiter = '|',
      value = {
        "a.com          | 9001 | DOMAIN_LISTED | true  | a.com is in tcpdomain as tcp://a.com:9000",
        "192.168.1.30   | 9001 | LAN_PEER      | true  | 192.168.1.30 is a peer in the device's"
            + " subnet 192.168.1.20/255.255.255.0",
        "192.168.1.20   | 9001 | LAN_PEER      | false | 192.168.1.20 is the device's own address",
        "192.168.1.0    | 9001 | LAN_PEER      | false | 192.168.1.0 is no single device of the"
            + " subnet 192.168.1.20/255.255.255.0",
        "192.168.1.255  | 9001 | LAN_PEER      | false | 192.168.1.255 is no single device of the"
            + " subnet 192.168.1.20/255.255.255.0",
        "192.168.2.1    | 9001 | LAN_PEER      | false | 192.168.2.1 is not in the device's subnet"
            + " 192.168.1.20/255.255.255.0",
        "localhost      | 9001 | LAN_PEER      | false | localhost is the device itself",
        "192.168.1.30   | 6379 | TCP_PORT      | false | port 6379 belongs to a known service, to"
            + " which no TCPSocket may connect",
        "a.com          | 8080 | TCP_PORT      | false | port 8080 is one of 8000 to 8100, to which"
            + " no TCPSocket may connect",
        "a.com          | 1024 | TCP_PORT      | false | port 1024 is one of those up to 1024, to"
            + " which no TCPSocket may connect",
      })
  void tcp(String address, int port, Rule rule, boolean allowed, String why) {
    decides(new Ask.Tcp(address, port), rule, allowed, why, TCP);
  }

  @ParameterizedTest // LAN-6
  @CsvSource(
      delimiter = '|',
      value = {
        "a.com           | DOMAIN_LISTED | true  | a.com is in udpdomain as udp://a.com",
        "192.168.1.30    | LAN_PEER      | true  | 192.168.1.30 is a peer in the device's subnet"
            + " 192.168.1.20/255.255.255.0",
        "192.168.1.255   | LAN_PEER      | true  | 192.168.1.255 is a peer in the device's subnet"
            + " 192.168.1.20/255.255.255.0",
        "255.255.255.255 | UDP_PEER      | true  | 255.255.255.255 is the broadcast address",
        "192.168.1.20    | LAN_PEER      | false | 192.168.1.20 is the device's own address",
        "224.0.0.1       | LAN_PEER      | false | 224.0.0.1 is not in the device's subnet"
            + " 192.168.1.20/255.255.255.0",
        "::1             | LAN_PEER      | false | ::1 is no dotted IPv4 address",
      })
  void udp(String address, Rule rule, boolean allowed, String why) {
    decides(new Ask.Udp(address, 53), rule, allowed, why, UDP);
  }

  @ParameterizedTest // LAN-6
  @CsvSource({"127.0.0.1", "192.168.1.20", "10.1.2.3", "224.0.0.1", "::1", "any.example"})
  void udpAnywhere(String address) {
    decides(new Ask.Udp(address, 53), Rule.UDP_PEER, true, "rules.udp is any", "rules.udp=any");
  }
}
