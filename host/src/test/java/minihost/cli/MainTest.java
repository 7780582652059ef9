package minihost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class MainTest {
  @TempDir Path folder;

  @Test
  void aRefusedCallIsExplainedWithExitCode3() throws Exception {
    CommandLineRun run =
        CommandLineRun.of("explain", "request", "https://not.listed/", folder + "");
    assertEquals(3, run.exit(), run.err());
    assertTrue(run.out().startsWith("REFUSED  wx.request https://not.listed/\n"), run.out());
    for (String part :
        List.of("STOP  DOMAIN_LISTED", "requestdomain is empty", "minihost.json", "  fix   add"))
      assertTrue(run.out().contains(part), run.out());
  }

  @Test
  void anAllowedCallIsExplainedWithExitCode0() throws Exception {
    CommandLineRun run =
        CommandLineRun.of(
            "explain",
            "wx.request",
            "https://a.example.com/x",
            new Program(folder) + "",
            "--set",
            "domains.requestdomain=[\"https://a.example.com\"]");
    assertEquals(0, run.exit(), run.err());
    assertTrue(run.out().startsWith("ALLOWED"), run.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run --fr 2s x        | unknown option --fr; did you mean --for?",
        "run --for 2x x       | --for: \"2x\" is not a duration; write for example 500ms",
        "--scene many x       | --scene: \"many\" is not a whole number",
        "confg                | neither a command nor a folder: confg; did you mean config?",
        "run a b              | one argument too many: b",
        "explain fly https://x/ | \"fly\" is not asked about; write one of request",
        "explain              | Missing required parameters: 'API', 'URL'"
      })
  void aWrongCommandLineIsRefusedWithWhatWasMeant(String line, String said) throws Exception {
    CommandLineRun run = CommandLineRun.of(line.split(" +"));
    assertEquals(2, run.exit());
    assertTrue(run.err().contains(said), run.err());
    assertTrue(run.err().contains("--help"), run.err());
  }

  @Test
  void everyProblemOfTheConfigurationIsToldAtOnceWithPlaceAndFix() throws Exception {
    new Program(folder)
        .file("app.json", "{\n  \"pages\": [],\n  \"networkTimeout\": { \"request\": -1 }\n}")
        .file(
            "minihost.json", "{ \"domains\": { \"requestdomain\": [\"http://a.example.com\"] } }");
    CommandLineRun run = CommandLineRun.of(folder.toString());
    assertEquals(2, run.exit());
    assertEquals("", run.out());
    for (String place : List.of("app.json:2  ", "app.json:3  ", "minihost.json:1  "))
      assertTrue(run.err().contains(place), run.err());
    assertEquals(
        3, run.err().lines().filter(line -> line.startsWith("    fix  ")).count(), run.err());
  }

  @Test
  void theSettingsArePrintedWithTheirOrigins() throws Exception {
    CommandLineRun run = CommandLineRun.of("config", new Program(folder) + "", "--origins");
    assertEquals(0, run.exit(), run.err());
    assertTrue(run.out().contains("limits.request "), run.out());
    assertTrue(run.out().contains("(built-in default)"), run.out());
    CommandLineRun json = CommandLineRun.of("config", folder + "", "--json");
    assertTrue(
        json.out()
            .contains(
                "{\"key\":\"limits.request\",\"value\":\"10\",\"origin\":\"built-in default\"}"),
        json.out());
  }

  @Test
  void theDoctorFindsWhatWouldNotWork() throws Exception {
    CommandLineRun healthy = CommandLineRun.of("doctor", new Program(folder) + "");
    assertEquals(0, healthy.exit(), healthy.out());
    assertTrue(healthy.out().contains("ok    Java "), healthy.out());
    new Program(folder)
        .file(
            "minihost.json",
            "{ \"lab\": { \"origins\": [\"https://a.example.com\"], \"routes\": \"r.js\" },"
                + " \"hosts\": { \"b.example.com\": \"127.0.0.1:1\" } }")
        .file("r.js", "(");
    CommandLineRun ill = CommandLineRun.of("doctor", folder + "");
    assertEquals(2, ill.exit(), ill.out());
    assertTrue(ill.out().contains("warn  hosts: b.example.com -> 127.0.0.1:1"), ill.out());
    assertTrue(
        ill.out().lines().anyMatch(l -> l.startsWith("fail  ") && l.contains("r.js")), ill.out());
  }

  @Test
  void theVersionNamesAllThreeAndTheJit() throws Exception {
    List<String> lines = CommandLineRun.of("--version").out().lines().toList();
    assertTrue(lines.get(0).startsWith("minihost "), lines::toString);
    assertTrue(lines.get(1).matches("GraalJS +\\d+\\.\\d+.*"), lines::toString);
    assertTrue(lines.get(2).matches("Java +\\d+.*"), lines::toString);
    assertTrue(lines.get(3).matches("JIT +(yes|no)"), lines::toString);
  }

  @Test
  void theCompletionScriptKnowsEveryCommandAndOption() throws Exception {
    CommandLineRun run = CommandLineRun.of("completion");
    assertEquals(0, run.exit());
    for (String command : CommandNames.ALL) assertTrue(run.out().contains(command), command);
    for (RunOption option : RunOption.values()) assertTrue(run.out().contains(option.option()));
  }

  @Test
  void helpNamesEveryCommandAndItsExitCodes() throws Exception {
    CommandLineRun run = CommandLineRun.of("--help");
    assertEquals(0, run.exit());
    for (String command : CommandNames.ALL) assertTrue(run.out().contains("  " + command), command);
    assertTrue(run.out().contains("Exit codes: "), run.out());
    assertEquals(2, CommandLineRun.of().exit());
  }
}
