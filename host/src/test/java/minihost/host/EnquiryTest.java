package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import minihost.config.Overrides;
import minihost.config.SettingsLoader;
import minihost.policy.Ask;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnquiryTest {
  @ParameterizedTest // LAN-4: what explain says is what a run does
  @CsvSource({"wifi, true", "unknown, true", "4g, false", "2g, false"})
  void aLanPeerIsAdmittedButOnMobileData(String type, boolean admitted, @TempDir Path folder)
      throws Exception {
    Files.writeString(
        folder.resolve("minihost.json"),
        "{\"device\":{\"lan\":{\"ip\":\"192.168.1.20\",\"netmask\":\"255.255.255.0\"}}}");
    List<String> sets = List.of("device.networkType=" + type);
    var settings =
        SettingsLoader.loadRules(folder, new Overrides(Optional.empty(), sets, Map.of()));
    var decision =
        new Enquiry(settings)
            .explain(new Ask.Http(Ask.Http.Kind.REQUEST, "http://192.168.1.30:828/", 0));
    assertEquals(admitted, decision.allowed(), decision::explain);
  }
}
