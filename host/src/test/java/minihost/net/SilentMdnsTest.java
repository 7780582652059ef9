package minihost.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What JmDNS would do besides listening. */
class SilentMdnsTest {
  private static SilentMdns open() throws Exception {
    return new SilentMdns(InetAddress.ofLiteral("127.0.0.1"));
  }

  private static List<Thread> listeners() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("SocketListener(minihost)"))
        .toList();
  }

  @Test
  void afterItsCloseNothingListens() throws Exception {
    SilentMdns dns = open();
    assertEquals(1, listeners().size());
    dns.close();
    assertEquals(List.of(), listeners());
  }

  @Test
  void aFailureToSendDoesNotMakeItBeginAnew() throws Exception {
    try (SilentMdns dns = open()) {
      dns.recover();
      assertFalse(dns.isCanceling() || dns.isCanceled());
      assertTrue(dns.isProbing()); // it never gets further, as it says no name
    }
  }
}
