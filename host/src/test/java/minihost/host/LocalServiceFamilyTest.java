package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.jmdns.ServiceInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** wx.startLocalServiceDiscovery. */
class LocalServiceFamilyTest {
  private final TestRun run;

  LocalServiceFamilyTest() throws Exception {
    run = new TestRun().set(Announcer.LAN);
  }

  @AfterEach
  void close() throws Exception {
    run.close();
  }

  private void launch() throws Exception {
    run.start();
    run.script(
        """
        wx.onLocalServiceFound(r => console.log('Found', [r.serviceType, r.serviceName, r.ip, r.port].join()))
        wx.onLocalServiceLost(r => console.log('Lost', [r.serviceType, r.serviceName].join()))
        wx.onLocalServiceResolveFail(r => console.log('ResolveFail', [r.serviceType, r.serviceName, r.errno].join()))
        wx.onLocalServiceDiscoveryStop(r => console.log('DiscoveryStop', JSON.stringify(r)))
        const said = { success: r => console.log(r.errMsg), fail: r => console.log(r.errMsg, r.errno) }
        globalThis.start = serviceType => wx.startLocalServiceDiscovery({ serviceType, ...said })
        globalThis.stop = () => wx.stopLocalServiceDiscovery(said)
        undefined
        """);
  }

  @Test // S-row 21
  void aServiceIsFoundWithAddressAndAttributesAndLostWhenItSaysGoodbye() throws Exception {
    try (Announcer lamp = Announcer.start()) {
      ServiceInfo service =
          lamp.announce("Lamp 1", 8080, Map.of("path", "/x", "raw", new byte[] {0, -1}));
      run.inRealTime();
      launch();
      run.script(
          """
          wx.onLocalServiceFound(({ attributes: { path, raw } }) => {
            console.log(path instanceof ArrayBuffer, String.fromCharCode(...new Uint8Array(path)))
            console.log(Array.from(new Uint8Array(raw)).join())
          })
          start('%s')
          """
              .formatted(lamp.type));
      run.awaitLog(4);
      lamp.withdraw(service);
      run.awaitLog(5);
      run.script("stop()").awaitLog(7);
      assertEquals(
          List.of(
              "startLocalServiceDiscovery:ok",
              "Found " + lamp.type + ",Lamp 1,127.0.0.1,8080",
              "true /x",
              "0,255",
              "Lost " + lamp.type + ",Lamp 1",
              "stopLocalServiceDiscovery:ok",
              "DiscoveryStop {}"),
          run.log());
    }
  }

  @Test // S-row 21
  void aServiceThatSaysNoAddressIsToldAsUnresolved() throws Exception {
    isUnresolved("Ghost", ghost -> ghost.answer().instance("Ghost"));
  }

  @Test // S-row 21
  void soIsOneThatHasNoAddressOfIPv4() throws Exception {
    isUnresolved(
        "Six",
        lamp ->
            lamp.answer()
                .instance("Six")
                .server("Six", 80, "six.local")
                .text("Six", "a=1")
                .address("six.local", "fd00::6"));
  }

  private void isUnresolved(String name, Function<Announcer, MdnsAnswer> says) throws Exception {
    try (Announcer announcer = Announcer.start()) {
      run.inRealTime();
      launch();
      run.script("start('" + announcer.type + "')").awaitLog(1);
      announcer.say(says.apply(announcer));
      run.awaitLog(2);
      run.script("stop()").awaitLog(4);
      assertEquals("ResolveFail " + announcer.type + "," + name + ",606101", run.log().get(1));
    }
  }

  @Test // S-row 21
  void aServiceIsToldByItsAddressInTheLanAndWithAttributesThoughTheyComeLast() throws Exception {
    try (Announcer lamp = Announcer.start()) {
      run.set("device.lan={\"ip\":\"127.0.0.1\",\"netmask\":\"255.255.255.0\"}");
      run.inRealTime();
      launch();
      run.script(
          "wx.onLocalServiceFound(r => console.log(Object.keys(r.attributes).join()));"
              + ("start('" + lamp.type + "')"));
      run.awaitLog(1);
      lamp.say(
          lamp.answer()
              .instance("Two")
              .server("Two", 80, "two.local")
              .address("two.local", "127.9.9.9"));
      lamp.say(lamp.answer().address("two.local", "127.0.0.7"));
      lamp.say(lamp.answer().text("Two", "late=1"));
      run.awaitLog(3);
      run.script("stop()").awaitLog(5);
      assertEquals(
          List.of("Found " + lamp.type + ",Two,127.0.0.7,80", "late"), run.log().subList(1, 3));
    }
  }

  @Test // S-row 21
  void whatNeverComesIsNotWaitedFor() throws Exception {
    try (Announcer lamp = Announcer.start()) {
      run.set("device.lan={\"ip\":\"127.0.0.1\",\"netmask\":\"255.255.255.0\"}");
      run.inRealTime();
      launch();
      run.script("start('" + lamp.type + "')").awaitLog(1);
      MdnsAnswer far = lamp.answer().instance("Far").server("Far", 80, "far.local");
      lamp.say(far.address("far.local", "127.9.9.9"));
      run.awaitLog(2);
      run.script("stop()").awaitLog(4);
      assertEquals("Found " + lamp.type + ",Far,127.9.9.9,80", run.log().get(1));
    }
  }

  @ParameterizedTest // S-row 21
  @ValueSource(
      strings = {
        "''",
        "undefined",
        "5",
        "'http'",
        "'_http'",
        "'_http._sctp'",
        "'_HTTP._tcp'",
        "'._http._tcp'",
        "'_http._tcp.example'",
        "'_http._tcplocal'",
        "'_abcdefghijklmnop._tcp'",
        "'_._tcp'"
      })
  void aTypeThatIsNoneIsRefused(String type) throws Exception {
    launch();
    run.eval("start(" + type + "); stop()");
    run.assertLog(
        "startLocalServiceDiscovery:fail:invalid param undefined",
        "stopLocalServiceDiscovery:fail:task not found undefined");
  }

  @Test // S-row 21
  void aTypeMayHaveUnderscores() throws Exception {
    launch();
    run.script("start('_notice_service._tcp.')").awaitLog(2);
    run.assertLog("startLocalServiceDiscovery:ok", "DiscoveryStop {}");
  }

  @Test // S-row 21
  void thereIsOneScanAtATimeAndItStopsByItselfAfterThirtySeconds() throws Exception {
    launch();
    long before = run.host().status().epochMillis();
    run.script("start('_none._udp'); start('_none._udp.local.')").awaitLog(3);
    assertEquals(before + 30_000, run.host().status().epochMillis());
    run.eval("stop()");
    run.assertLog(
        "startLocalServiceDiscovery:fail:scan task already exist undefined",
        "startLocalServiceDiscovery:ok",
        "DiscoveryStop {}",
        "stopLocalServiceDiscovery:fail:task not found undefined");
  }

  @Test // S-row 21
  void afterAStopAnotherScanMayBegin() throws Exception {
    launch();
    run.script("start('_none._udp'); stop(); stop()");
    run.script("start('_none._udp')").awaitLog(6);
    run.assertLog(
        "startLocalServiceDiscovery:fail undefined",
        "stopLocalServiceDiscovery:ok",
        "DiscoveryStop {}",
        "stopLocalServiceDiscovery:fail:task not found undefined",
        "startLocalServiceDiscovery:ok",
        "DiscoveryStop {}");
  }

  @Test // LAN-8
  void onIosThereIsNoScan() throws Exception {
    run.set("platform=ios");
    launch();
    run.eval("start('_none._udp')").assertLog("startLocalServiceDiscovery:fail undefined");
  }

  @ParameterizedTest // LAN-4
  @CsvSource({"4g, 127.0.0.1", "none, 127.0.0.1", "wifi, 203.0.113.7"})
  void withoutALanOfThisMachineThereIsNoScan(String network, String ip) throws Exception {
    run.set("device.networkType=" + network);
    run.set("device.lan={\"ip\":\"" + ip + "\",\"netmask\":\"255.255.255.0\"}");
    launch();
    run.eval("start('_none._udp')").assertLog("startLocalServiceDiscovery:fail undefined");
  }

  @Test // BG-4, BG-3
  void inBackgroundNoneBeginsAndAfterFiveSecondsItStops() throws Exception {
    run.inRealTime();
    launch();
    run.script("start('_none._udp')").awaitLog(1);
    run.host().background();
    run.script("start('_none._udp')").awaitLog(2);
    run.awaitLog(3);
    run.assertLog(
        "startLocalServiceDiscovery:ok",
        "startLocalServiceDiscovery:fail interrupted 600003",
        "DiscoveryStop {}");
  }

  @Test
  @Timeout(30)
  void theEndOfTheRunEndsTheScan() throws Exception {
    run.inRealTime();
    launch();
    run.script("start('_none._udp')").awaitLog(1);
    run.closeWithCallsInFlight();
    while (!threads().isEmpty()) Thread.onSpinWait(); // a Timer's ends after its cancel
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("JmDNS") || name.startsWith("SocketListener("))
        .toList();
  }
}
