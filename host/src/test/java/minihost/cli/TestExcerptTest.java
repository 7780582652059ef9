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

/** The lines of source that a failure of {@code minihost test} shows. */
@Timeout(120)
class TestExcerptTest {
  @TempDir Path folder;
  @TempDir Path reports;

  private Program program;

  @BeforeEach
  void program() throws Exception {
    program = new Program(folder);
  }

  private CommandLineRun run(String tests, String... options) throws Exception {
    program.file("tests/one.test.js", tests);
    List<String> whole = new ArrayList<>(List.of("test", folder.toString()));
    whole.addAll(List.of(options));
    return CommandLineRun.of(whole.toArray(String[]::new));
  }

  private static void contains(String whole, String text) {
    assertTrue(whole.contains(text), whole);
  }

  @Test
  void theLinesAroundTheFailureAreShownAlsoInJUnitsXml() throws Exception {
    CommandLineRun run =
        run(
            """
            // one
            // two
            it('fails', () => {
            \texpect(1).toBe(2)
            })
            // six
            // seven
            """,
            "--junit",
            reports.toString());
    contains(
        run.out(),
        "      2 | // two\n      3 | it('fails', () => {\n    > 4 | \texpect(1).toBe(2)\n");
    contains(run.out(), "        | \t          ^\n      5 | })\n      6 | // six\n");
    assertFalse(run.out().contains("// seven"), run.out());
    try (var files = Files.list(reports)) {
      contains(Files.readString(files.findFirst().orElseThrow()), " 4 | \texpect(1).toBe(2)");
    }
  }

  @Test
  void theProgramsOwnLineIsShownAndNoPackages() throws Exception {
    program.file("miniprogram_npm/lib/index.js", "module.exports = f => f()");
    program.file("utils/a.js", "module.exports = () => {\n  null.x\n}");
    program.file("utils/b.js", "\nmodule.exports = () => require('thrower')()");
    program.file("miniprogram_npm/thrower/index.js", "module.exports = () => { null.y }");
    CommandLineRun run =
        run(
            """
            it('throws', () => require('lib')(require('../utils/a')))
            it('lets throw', () => require('../utils/b')())
            """);
    contains(run.out(), "> 2 |   null.x\n");
    contains(run.out(), "> 2 | module.exports = () => require('thrower')()");
    assertFalse(run.out().contains("| module.exports = () => { null.y }"), run.out());
  }

  @Test
  void aFileThatDoesNotLoadShowsWhere() throws Exception {
    CommandLineRun run = run("const a = 1\nconst b = = 2\n");
    contains(run.out(), "> 2 | const b = = 2\n");
    assertEquals(1, run.exit());
  }
}
