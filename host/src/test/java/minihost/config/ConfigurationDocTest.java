package minihost.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import minihost.reason.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/configuration.md says what the code does. */
class ConfigurationDocTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("```json\n// (\\S+)\n(.*?)```", Pattern.DOTALL);
  private static final Pattern SET = Pattern.compile("--set (?:'([^']+)'|(\\S+))");
  private static final Pattern VARIABLE = Pattern.compile("`(MINIHOST_[A-Z_]+)=([^`]+)`");

  @TempDir Path folder;

  @Test
  void theExamplesAreOneProgramWithoutProblemsOrWarnings() throws Exception {
    assertEquals(List.of(), program().load().warnings());
  }

  @Test
  void everyJsonExampleNamesItsFile() throws IOException {
    long blocks = Pattern.compile("^```json", Pattern.MULTILINE).matcher(text()).results().count();
    assertEquals(List.of("app.json", "project.config.json", "minihost.json"), files());
    assertEquals(files().size(), blocks);
  }

  @Test
  void everySetExampleWorks() throws Exception {
    ProgramFolder program = program();
    List<String> sets =
        all(SET, text()).stream()
            .map(m -> m.group(1) == null ? m.group(2) : m.group(1))
            .filter(set -> !set.startsWith("key="))
            .toList();
    assertFalse(sets.isEmpty());
    sets.forEach(program::set);
    Settings settings = program.load();
    assertEquals(
        List.of(ConfigCode.URL_CHECK_OFF), settings.warnings().stream().map(Reason::code).toList());
    assertEquals("10.0.0.2", settings.device().lan().orElseThrow().value().ip());
  }

  @Test
  void everyVariableOfTheTableSetsItsKey() throws Exception {
    ProgramFolder program = program();
    for (MatchResult match : all(VARIABLE, text())) {
      String name = match.group(1);
      if (name.equals(Layers.CONFIG_VARIABLE)) continue;
      assertTrue(Keys.ALL.stream().anyMatch(k -> k.variable().equals(name)), name);
      program.variable(name, match.group(2));
    }
    assertEquals(120_000, program.load().limits().maxTimeoutMs().value());
  }

  @Test
  void everyKeyHasARowAndARowOfMinihostJsonNamesTheDefault() throws Exception {
    String text = text();
    ProgramFolder bare = new ProgramFolder(folder.resolve("bare"));
    for (ConfigReport.Line line : ConfigReport.of(bare.load())) {
      if (Keys.find(line.key()).filter(k -> !Keys.ofProgram(k)).isEmpty()) continue;
      List<String> rows =
          text.lines().filter(row -> row.startsWith("| `" + line.key() + "` |")).toList();
      assertFalse(rows.isEmpty(), () -> "no row for " + line.key());
      boolean list = line.key().startsWith("domains.");
      assertTrue(
          list || rows.getFirst().contains("`" + line.value() + "`"),
          () -> "the row of " + line.key() + " lacks its default " + line.value());
    }
  }

  private ProgramFolder program() throws IOException {
    ProgramFolder program = new ProgramFolder(folder.resolve("program"));
    for (MatchResult example : all(EXAMPLE, text()))
      program.file(example.group(1), example.group(2));
    for (String page : List.of("pages/detail/detail", "shop/cart")) program.file(page + ".js", "");
    return program.file("certs/company-ca.pem", TestAuthority.pem()).file("lab/routes.js", "");
  }

  private static List<String> files() throws IOException {
    return all(EXAMPLE, text()).stream().map(m -> m.group(1)).toList();
  }

  private static List<MatchResult> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().toList();
  }

  /** The document, from the module's folder or from the project's. */
  private static String text() throws IOException {
    Path beside = Path.of("docs", "configuration.md");
    return Files.readString(Files.exists(beside) ? beside : Path.of("..").resolve(beside));
  }
}
