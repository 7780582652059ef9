package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import minihost.lab.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Row 7: the LAN exception. Every address, the refused ones too, is mapped to a plain server of the
 * lab, which would answer.
 */
class LanExceptionTest {
  private static final String UNLISTED = "request:fail url not in domain list 600002";

  private static TestRun inLan() throws Exception {
    TestRun run = new TestRun().set("domains.requestdomain=[]");
    run.lab.on("* /*", Answer.json("1"));
    int port = run.lab.plainHttp("127.0.0.1", 0).port();
    run.set("device.lan={\"ip\":\"192.168.1.20\",\"netmask\":\"255.255.255.0\"}");
    for (String host :
        new String[] {
          "192.168.1.30",
          "192.168.1.20",
          "192.168.2.30",
          "127.0.0.1",
          "127.0.0.2",
          "localhost",
          "printer.local",
          "10.0.0.1"
        }) run.set("hosts." + host + "=127.0.0.1:" + port);
    return run;
  }

  @Test // LAN-1, LAN-2, row 7, LAN-9
  void aPeerInTheSubnetNeedsNoListNoTlsAndNoParticularPort() throws Exception {
    try (TestRun run = inLan()) {
      run.start();
      assertEquals("ok 200 1", run.request("url: 'http://192.168.1.30:828/'"));
      assertEquals("ok 200 1", run.request("url: 'http://192.168.1.30/'"));
      assertEquals("192.168.1.30:828", run.lab.requests().getFirst().host());
    }
  }

  @ParameterizedTest // LAN-3, LAN-4, row 7, E6
  @ValueSource(
      strings = {
        "http://192.168.1.20:828/",
        "http://127.0.0.1:828/",
        "http://127.0.0.2:828/",
        "http://localhost:828/",
        "http://192.168.2.30/",
        "http://10.0.0.1/",
        "http://printer.local/",
        "http://192.168.1.30@127.0.0.1/",
        "http://[::1]:828/",
        "http://[::ffff:192.168.1.30]/"
      })
  void noOtherAddressIsALanPeer(String url) throws Exception {
    try (TestRun run = inLan()) {
      run.start();
      assertEquals(UNLISTED, run.request("url: '" + url + "'"));
      assertEquals(0, run.lab.acceptedConnections());
    }
  }

  @Test // LAN-4
  void onMobileDataNothingIsInTheLan() throws Exception {
    try (TestRun run = inLan()) {
      run.set("device.networkType=4g").start();
      assertEquals(UNLISTED, run.request("url: 'http://192.168.1.30:828/'"));
      assertEquals(0, run.lab.acceptedConnections());
    }
  }
}
