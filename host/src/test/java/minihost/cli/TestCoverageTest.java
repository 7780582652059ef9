package minihost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code minihost test --coverage}: the table, lcov.info and the thresholds. */
@Timeout(120)
class TestCoverageTest {
  @TempDir Path folder;
  @TempDir Path reports;

  private Program program;

  @BeforeEach
  void program() throws Exception {
    program = new Program(folder);
    program.file(
        "utils/price.js",
        """
        export function price(n, rebate) {
          if (n > 100) {
            return n - 10
          }
          return rebate ? n - 1 : n
        }
        export const never = () => {
          return 0
        }
        """);
    program.file("utils/unused.ts", "export const a: number = 1\nif (a) console.log(a)\n");
    program.file("utils/unused.d.ts", "declare const a: number\n");
    program.file("miniprogram_npm/lib/index.js", "exports.a = 1");
    program.file("tests/helper.js", "exports.expected = 5");
    program.file("tool.config.js", "exports.a = 1");
    program.file(
        "tests/a.test.js",
        """
        const { price } = require('../utils/price')
        require('lib')
        it('counts', () => expect(price(5)).toBe(require('./helper').expected))
        """);
    program.file(
        "tests/b.test.js",
        "it('again', () => expect(require('../utils/price').price(6, true)).toBe(5))");
  }

  private CommandLineRun run(String... options) throws Exception {
    List<String> whole = new ArrayList<>(List.of("test", folder.toString()));
    whole.addAll(List.of(options));
    return CommandLineRun.of(whole.toArray(String[]::new));
  }

  private CommandLineRun covered(String... options) throws Exception {
    List<String> whole = new ArrayList<>(List.of("--coverage", "--coverage-dir", dir()));
    whole.addAll(List.of(options));
    return run(whole.toArray(String[]::new));
  }

  private String dir() {
    return reports.resolve("made/here").toString();
  }

  private static void has(CommandLineRun run, String line) {
    assertTrue(
        run.out().lines().anyMatch(l -> l.replaceAll(" +", " ").strip().equals(line)),
        line + "\n" + run.out() + run.err());
  }

  @Test
  void theTableHasEveryFileOfTheProgramAndNoOther() throws Exception {
    CommandLineRun run = covered();
    has(run, "File | % Stmts | % Branch | % Funcs | % Lines | Uncovered Line #s");
    has(run, "price.js | 60 | 75 | 50 | 60 | 3,8");
    has(run, "unused.ts | 0 | 0 | 100 | 0 | 1-2");
    has(run, "app.js | 100 | 100 | 100 | 100 |");
    for (String other : List.of("helper.js", "a.test.js", "index.d.ts", "unused.d.ts", "lib"))
      assertFalse(run.out().contains(" " + other + " "), run.out());
    assertFalse(run.out().contains("tool.config.js"), run.out());
    assertEquals(0, run.exit());
  }

  @Test
  void lcovHasTheCountsOfAllFilesTogetherAlsoWithJobsAndRetries() throws Exception {
    covered("--jobs", "2", "--retries", "1");
    String lcov = Files.readString(reports.resolve("made/here/lcov.info"));
    int from = lcov.indexOf("SF:" + folder.toRealPath() + "/utils/price.js");
    assertEquals(
        """
        FN:1,price
        FN:7,(anonymous_1)
        FNF:2
        FNH:1
        FNDA:2,price
        FNDA:0,(anonymous_1)
        DA:2,2
        DA:3,0
        DA:5,2
        DA:7,2
        DA:8,0
        LF:5
        LH:3
        BRDA:2,0,0,0
        BRDA:2,0,1,2
        BRDA:5,1,0,1
        BRDA:5,1,1,1
        BRF:4
        BRH:3
        end_of_record
        """,
        lcov.substring(lcov.indexOf('\n', from) + 1, lcov.indexOf("TN:", from)));
  }

  @Test
  void belowAThresholdTheRunFailsThoughItsTestsPass() throws Exception {
    CommandLineRun run = covered("--coverage-threshold", "statements=10,functions=99.5");
    assertTrue(run.out().contains("2 passed"), run.out());
    assertTrue(
        run.out().contains("coverage of functions is") && run.out().contains("of 99.5 %"),
        run.out());
    assertFalse(run.out().contains("coverage of statements"), run.out());
    assertEquals(1, run.exit());
    assertEquals(0, covered("--coverage-threshold", "1").exit());
  }

  @Test
  void aThresholdThatIsNoneIsMisuse() throws Exception {
    for (String wrong : List.of("lots", "101", "lines=-1", "rows=3", "80,90")) {
      CommandLineRun run = covered("--coverage-threshold", wrong);
      assertEquals(2, run.exit(), wrong);
      assertTrue(run.err().contains("--coverage-threshold: \""), run.err());
    }
    CommandLineRun alone = run("--coverage-threshold", "80");
    assertEquals(2, alone.exit());
    assertTrue(alone.err().contains("write --coverage as well"), alone.err());
  }

  @Test
  void otherReportersTellItInTheirForm() throws Exception {
    CommandLineRun tap = covered("--reporter", "tap");
    assertTrue(tap.out().lines().anyMatch(l -> l.startsWith("# All files")), tap.out());
    CommandLineRun json = covered("--reporter", "json", "--coverage-threshold", "99");
    assertTrue(json.out().contains("{\"type\":\"coverage\",\"text\":\"-----"), json.out());
    assertTrue(json.out().contains("{\"type\":\"failure\",\"text\":\"coverage of st"), json.out());
  }

  @Test
  void withoutTheOptionNothingIsCounted() throws Exception {
    CommandLineRun run = run();
    assertFalse(run.out().contains("% Stmts"), run.out());
    assertEquals(0, run.exit());
  }
}
