package minihost.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReportTest {
  /** Components of the records whose key in the files is another. */
  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          "device.systemProxy.host", "device.systemProxy",
          "device.systemProxy.port", "device.systemProxy",
          "app.home", "app.entryPagePath",
          "app.tabs", "app.tabBar.list",
          "app.customTabBar", "app.tabBar.custom",
          "project.urlCheck", "project.setting.urlCheck",
          "project.npm", "project.setting.packNpmRelationList",
          "lab.httpdns.customers", "httpdns.services",
          "domains.lists", "domains.requestdomain");

  @TempDir Path folder;

  @Test
  void everyComponentOfEverySettingsRecordHasALine() throws ConfigProblems {
    List<String> keys = keys(new ProgramFolder(folder).load());
    List<String> components = new ArrayList<>();
    leaves("", Settings.class, components);
    components.remove("warnings");
    components.removeIf(c -> c.startsWith("overrides."));
    assertTrue(components.contains("limits.maxTimeoutMs") && components.contains("device.lan.ip"));
    for (String component : components) {
      String key = OTHER_NAMES.getOrDefault(component, component);
      assertTrue(keys.contains(key), () -> "the report lacks " + key);
    }
  }

  @Test
  void everyKeyThatCanBeSetHasALine() throws ConfigProblems {
    List<String> keys = keys(new ProgramFolder(folder).load());
    Set<String> unread = Set.of("project.miniprogramRoot");
    for (Key key : Keys.ALL)
      if (key.type() != Key.Type.OBJECT && !unread.contains(key.path()))
        assertTrue(keys.contains(key.path()), () -> "the report lacks " + key.path());
  }

  private static List<String> keys(Settings settings) {
    return ConfigReport.of(settings).stream().map(ConfigReport.Line::key).toList();
  }

  private static void leaves(String path, Class<?> type, List<String> found) {
    for (RecordComponent component : type.getRecordComponents()) {
      String name = path.isEmpty() ? component.getName() : path + "." + component.getName();
      Class<?> inner = unwrapped(component.getGenericType());
      if (inner.isRecord() && component.getType() != List.class) leaves(name, inner, found);
      else found.add(name);
    }
  }

  /** What a Setting or an Optional holds. */
  private static Class<?> unwrapped(Type type) {
    if (type instanceof ParameterizedType generic) {
      Class<?> raw = (Class<?>) generic.getRawType();
      return raw == Setting.class || raw == Optional.class
          ? unwrapped(generic.getActualTypeArguments()[0])
          : raw;
    }
    return (Class<?>) type;
  }

  @Test
  void valuesAreShownAsTheyAreWrittenAndOriginsOnDemand() throws ConfigProblems {
    Settings settings =
        new ProgramFolder(folder)
            .minihost(
                """
                { "domains": {
                    "requestdomain": ["https://a.com", "https://b.com:8443"] },
                  "hosts": { "a.com:443": "http://[::1]:80" },
                  "device": { "networkType": "5g" },
                  "lab": { "origins": ["https://a.com"], "routes": "pages/index/index.js",
                    "faults": { "https://a.com": "expired" } } }
                """)
            .set("rules.backgroundCalls=grace")
            .load();
    Map<String, String> lines =
        ConfigReport.text(settings, true).stream()
            .map(line -> line.split(" += ", 2))
            .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    assertEquals(
        "[\"https://a.com\", \"https://b.com:8443\"]  (minihost.json:2)",
        lines.get("domains.requestdomain"));
    assertEquals("http://[::1]:80  (minihost.json:3)", lines.get("hosts.a.com:443"));
    assertEquals("{\"https://a.com\": \"expired\"}  (minihost.json:6)", lines.get("lab.faults"));
    assertEquals("5g  (minihost.json:4)", lines.get("device.networkType"));
    assertEquals("grace  (--set rules.backgroundCalls)", lines.get("rules.backgroundCalls"));
    assertEquals("null  (built-in default)", lines.get("device.lan.ip"));
    assertEquals("10  (built-in default)", lines.get("limits.request"));
  }

  @Test
  void secretsAreNotShown() throws ConfigProblems {
    Settings settings =
        new ProgramFolder(folder)
            .minihost(
                """
                { "httpdns": { "services": {
                    "wx1": { "provider": "tencent", "url": "http://1.2.3.4", "token": "s3cret" },
                    "wx2": { "provider": "tencent-aes", "url": "http://1.2.3.4/", "id": 7,
                      "key": "s3cret-16-bytes!" },
                    "wx3": { "provider": "aliyun", "url": "HTTPS://h.com:8443", "account": "9",
                      "secret": "s3cret" },
                    "wx4": { "provider": "aliyun", "url": "http://[::1]:80", "account": "9" } } } }
                """)
            .load();
    List<String> lines =
        ConfigReport.of(settings).stream()
            .filter(line -> line.key().startsWith("httpdns."))
            .map(line -> line.key() + " " + line.value() + " " + line.origin().line())
            .toList();
    assertEquals(
        List.of(
            "httpdns.services.wx1 http://1.2.3.4 tencent token **** 2",
            "httpdns.services.wx2 http://1.2.3.4 tencent-aes id 7 key **** 3",
            "httpdns.services.wx3 https://h.com:8443 aliyun account 9 secret **** 5",
            "httpdns.services.wx4 http://[::1]:80 aliyun account 9 7"),
        lines);
    assertFalse(settings.toString().contains("s3cret"));
  }

  @Test
  void theLinesAreAligned() throws ConfigProblems {
    List<String> lines = ConfigReport.text(new ProgramFolder(folder).load(), false);
    Set<Integer> columns =
        lines.stream().map(line -> line.indexOf(" = ")).collect(Collectors.toSet());
    assertEquals(1, columns.size());
    assertTrue(lines.stream().noneMatch(line -> line.contains("built-in")));
  }
}
