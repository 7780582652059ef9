package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import minihost.config.LabService;
import minihost.lab.AnnouncedService;
import minihost.lab.Lab;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Devices of the lab that are announced by mDNS, as a program finds them. */
@Timeout(120)
class LabAnnouncementTest {
  private final String type = "_l" + UUID.randomUUID().toString().substring(0, 12) + "._tcp";
  private final TestRun run;

  LabAnnouncementTest() throws Exception {
    run = new TestRun().inRealTime().set(Announcer.LAN);
    Announcer.assumeMulticast();
  }

  @AfterEach
  void close() throws Exception {
    run.close();
  }

  private void scan() throws Exception {
    run.script(
        """
        const attributesOf = ({ attributes }) => Object.keys(attributes).map(key =>
          key + '=' + decodeURIComponent(escape(String.fromCharCode(...new Uint8Array(attributes[key])))))
        wx.onLocalServiceFound(r => console.log('Found', [r.serviceType, r.serviceName, r.ip, r.port, ...attributesOf(r)].join()))
        wx.onLocalServiceLost(r => console.log('Lost', r.serviceName))
        wx.startLocalServiceDiscovery({ serviceType: '%s', fail: r => console.log(r.errMsg) })
        """
            .formatted(type));
  }

  @Test // S-row 21
  void aDeclaredDeviceIsFoundWithItsAttributesInTheSameRun() throws Exception {
    run.withItsOwnLab()
        .set(
            """
            lab.devices=[{"address": "127.0.0.2", "mdns": {"type": "%s", "name": "水壶 v1.2",
              "port": 7005, "attributes": {"material": "陶 clay", "on": ""}}}]
            """
                .formatted(type));
    run.start();
    scan();
    run.awaitLog(1);
    assertEquals(
        List.of("Found " + type + ".,水壶 v1.2,127.0.0.2,7005,material=陶 clay,on="), run.log());
  }

  @Test // S-row 21
  void aDeviceThatIsTurnedOffIsLost() throws Exception {
    try (Lab lab = Lab.start()) {
      AnnouncedService lamp = lab.announce("127.0.0.1", new LabService(type, "Lamp", 80, Map.of()));
      run.start();
      scan();
      run.awaitLog(1);
      lamp.close();
      run.awaitLog(2);
      assertEquals(List.of("Found " + type + ".,Lamp,127.0.0.1,80", "Lost Lamp"), run.log());
    }
  }
}
