package minihost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** wx.startLocalServiceDiscovery against Avahi on another host. */
@Timeout(120)
class LocalServiceHostsTest {
  /** Stops when all of a number of services are lost. */
  private static final String SCAN =
      """
      let left = %d
      wx.onLocalServiceFound(({ serviceType, serviceName, ip, port, attributes }) =>
        console.log('SAID', 'Found', serviceType, serviceName, ip, port,
          ...Object.keys(attributes).sort().map(key =>
            key + '=' + Array.from(new Uint8Array(attributes[key])))))
      wx.onLocalServiceLost(({ serviceType, serviceName }) => {
        console.log('SAID', 'Lost', serviceType, serviceName)
        if (--left === 0) wx.stopLocalServiceDiscovery()
      })
      wx.onLocalServiceResolveFail(({ serviceName }) =>
        console.log('SAID', 'ResolveFail', serviceName))
      wx.onLocalServiceDiscoveryStop(() => console.log('SAID', 'Stop'))
      wx.startLocalServiceDiscovery({ serviceType: '_http._tcp.' })
      """;

  @TempDir Path folder;

  private TwoHosts hosts;
  private Avahi avahi;

  @BeforeEach
  void join() throws Exception {
    Avahi.require();
    hosts = new TwoHosts(folder);
    avahi = new Avahi(folder);
  }

  @AfterEach
  void part() throws Exception {
    if (avahi != null) avahi.close();
    if (hosts != null) hosts.close();
  }

  @Test // S-row 21
  void aServiceIsFoundByItsNameInTheLanAndLostWhenItIsWithdrawn() throws Exception {
    String records =
        """
        <txt-record>path=/x</txt-record><txt-record>flag</txt-record>
        <txt-record value-format="binary-hex">raw=00ff</txt-record>
        """;
    avahi.service("Lamp 1.5 茶室", "_http._tcp", 8200, records);
    avahi.service("Printer", "_ipp._tcp", 631, "").start(hosts.namespaces());
    Process run = hosts.begin(SCAN.formatted(1));
    hosts.awaitSaid(run, 1);
    avahi.withdraw("Lamp 1.5 茶室");
    hosts.awaitEnd(run);
    assertEquals(
        List.of(
            "Found _http._tcp. Lamp 1.5 茶室 10.77.0.3 8200 flag= path=47,120 raw=0,255",
            "Lost _http._tcp. Lamp 1.5 茶室",
            "Stop"),
        hosts.said());
    assertEquals(List.of("mdns query"), hosts.sent());
  }

  @Test // S-row 21
  void aDaemonThatEndsTakesAllItsServicesAlong() throws Exception {
    for (int i = 10; i < 50; i++) avahi.service("Lamp " + i, "_http._tcp", 8000 + i, "");
    avahi.start(hosts.namespaces());
    Process run = hosts.begin(SCAN.formatted(40));
    hosts.awaitSaid(run, 40);
    avahi.close();
    hosts.awaitEnd(run);
    List<String> said = hosts.said().stream().sorted().toList();
    assertEquals(
        IntStream.range(10, 50)
            .mapToObj(i -> "Found _http._tcp. Lamp " + i + " 10.77.0.3 80" + i)
            .toList(),
        said.subList(0, 40));
    assertTrue(said.subList(40, 80).stream().allMatch(line -> line.startsWith("Lost")));
    assertEquals("Stop", said.getLast());
  }
}
