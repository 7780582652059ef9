package minihost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The reader without Picocli and Picocli itself must say the same of every command line. */
class RunArgumentsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "demo",
        "--json demo",
        "demo --json --no-repl --virtual-time",
        "--page pages/a/a --query a=1&b=2 --scene 1011 demo",
        "--page=pages/a/a --query=a=1&b=2 --scene=1011 --for=2s demo",
        "--for 500ms demo",
        "--set a=1 demo --set b=2 --set c=x=y",
        "--inspect=0 demo",
        "--config other.json --for 1.5m demo"
      })
  void aRightLineMeansTheSameToBoth(String line) {
    List<String> arguments = Words.split(line);
    assertEquals(Optional.of(byPicocli(arguments)), RunArguments.read(arguments));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--bogus demo",
        "--fo 2s demo",
        "--for",
        "--for 2x demo",
        "--inspect=x demo",
        "--for --json demo",
        "--scene x demo",
        "--json=yes demo",
        "--json --json demo",
        "--page a --page b demo",
        "one two",
        "-x"
      })
  void aWrongLineIsLeftToPicocliWhichRefusesIt(String line) {
    List<String> arguments = Words.split(line);
    assertEquals(Optional.empty(), RunArguments.read(arguments));
    assertThrows(ParameterException.class, () -> byPicocli(arguments));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "demo -h", "--version"})
  void helpIsLeftToPicocli(String line) {
    assertEquals(Optional.empty(), RunArguments.read(Words.split(line)));
  }

  @Test
  void everyOptionArrivesWhereItBelongs() {
    RunOptions options =
        RunArguments.read(
                List.of(
                    "d",
                    "--page",
                    "p",
                    "--query",
                    "q=1",
                    "--scene",
                    "7",
                    "--for",
                    "1h",
                    "--no-repl",
                    "--json",
                    "--quiet",
                    "--visit-all",
                    "--page-time",
                    "5s",
                    "--config",
                    "c.json",
                    "--set",
                    "k=v",
                    "--virtual-time",
                    "--inspect-brk=localhost:7"))
            .orElseThrow();
    assertEquals(
        new RunOptions(
            Path.of("d"),
            Optional.of("p"),
            "q=1",
            Optional.of(7),
            Optional.of(Duration.ofHours(1)),
            false,
            true,
            true,
            true,
            Duration.ofSeconds(5),
            Optional.of(Path.of("c.json")),
            List.of("k=v"),
            true,
            Optional.of(new Inspect("--inspect-brk", "localhost", 7, true)),
            false),
        options);
  }

  private static RunOptions byPicocli(List<String> arguments) {
    CommandLine run = RunCommand.of(new Io(null, System.out, System.err, false, Map.of()));
    run.parseArgs(arguments.toArray(String[]::new));
    return ((RunCommand) run.getCommandSpec().userObject()).options();
  }
}
