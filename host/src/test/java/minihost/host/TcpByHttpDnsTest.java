package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** enableHttpDNS of TCPSocket.connect (sockets sheet 3.1, 7.2). */
class TcpByHttpDnsTest {
  private ServerSocket given;
  private ServerSocket local;
  private HttpDnsRun dns;

  @BeforeEach
  void start() throws Exception {
    given = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.2"));
    local = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.2"));
    dns = new HttpDnsRun();
    dns.run
        .set("domains.tcpdomain=[\"tcp://api.example.com\"]")
        .set("hosts.203.0.113.9:9999=127.0.0.2:" + given.getLocalPort())
        .set("hosts.api.example.com:9999=127.0.0.2:" + local.getLocalPort());
  }

  @AfterEach
  void close() throws Exception {
    dns.close();
    given.close();
    local.close();
  }

  private void connect(String more) throws Exception {
    dns.run.script(
        """
        globalThis.socket = wx.createTCPSocket()
        socket.onConnect(r => console.log('connect', r.useHttpDNS, JSON.stringify(r.exception)))
        socket.onError(r => console.log('error', r.errCode, r.errMsg))
        socket.connect({ address: 'api.example.com', port: 9999, enableHttpDNS: true, %s })
        undefined
        """
            .formatted(more));
    dns.run.awaitLog(1);
  }

  @Test
  void theConnectionGoesToTheAddressThatTheProviderGives() throws Exception {
    dns.start();
    connect("httpDNSServiceId: 'wx1'");
    dns.run.assertLog("connect true {\"reasons\":[]}");
    given.accept().close();
  }

  @Test
  void withoutQuotaLocalDnsIsNextAndTheReasonIsTold() throws Exception {
    dns.provider.quotaRemaining(0);
    dns.start();
    connect("httpDNSServiceId: 'wx1'");
    dns.run.assertLog(
        "connect false {\"reasons\":[{\"errMsg\":\"getDNSInfo:fail no enough httpdns quota\","
            + "\"errno\":602103}]}");
    local.accept().close();
  }

  @Test
  void anAddressThatRefusesGivesWayToLocalDns() throws Exception {
    given.close();
    dns.start();
    connect("httpDNSServiceId: 'wx1'");
    String said = dns.run.log().getFirst();
    assertTrue(said.startsWith("connect false {\"reasons\":[{\"errMsg\":\"connect:fail "), said);
    local.accept().close();
  }

  @Test
  void aServiceThatIsNoStringIsAnError() throws Exception {
    dns.start();
    connect("httpDNSServiceId: 5");
    dns.run.assertLog("error -4 connect fail: invalid httpDNSServiceId");
    assertEquals(0, dns.provider.calls());
  }
}
