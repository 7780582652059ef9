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

/** Snapshots of {@code minihost test}: Jest's file, and when it is written. */
@Timeout(120)
class TestSnapshotsTest {
  private static final String TESTS =
      """
      describe('feed', () => {
        it('2 keeps', () => {
          expect({ b: [1, `tick \\` and \\${x}`], a: 'back\\\\slash' }).toMatchSnapshot()
          expect('one line').toMatchSnapshot('a hint')
        })
        it('10 throws', async () => {
          expect(() => { throw new Error('bad') }).toThrowErrorMatchingSnapshot()
          await expect(Promise.reject(new Error('late'))).rejects.toThrowErrorMatchingSnapshot()
          expect({ id: 7, at: new Date() }).toMatchSnapshot({ at: expect.any(Date) })
        })
      })
      """;

  /** As Jest 29.7 writes it for those tests. */
  private static final String FILE =
      """
      // Jest Snapshot v1, https://goo.gl/fbAQLP

      exports[`feed 2 keeps 1`] = `
      {
        "a": "back\\\\slash",
        "b": [
          1,
          "tick \\` and \\${x}",
        ],
      }
      `;

      exports[`feed 2 keeps: a hint 1`] = `"one line"`;

      exports[`feed 10 throws 1`] = `"bad"`;

      exports[`feed 10 throws 2`] = `"late"`;

      exports[`feed 10 throws 3`] = `
      {
        "at": Any<Date>,
        "id": 7,
      }
      `;
      """;

  @TempDir Path folder;

  private Program program;

  @BeforeEach
  void program() throws Exception {
    program = new Program(folder);
  }

  private Path file() {
    return folder.resolve("tests/__snapshots__/one.test.js.snap");
  }

  private CommandLineRun run(String tests, String... options) throws Exception {
    program.file("tests/one.test.js", tests);
    List<String> whole = new ArrayList<>(List.of("test", folder.toString()));
    whole.addAll(List.of(options));
    return CommandLineRun.of(whole.toArray(String[]::new));
  }

  private static void contains(CommandLineRun run, String text) {
    assertTrue(run.out().contains(text), run.out() + run.err());
  }

  @Test
  void whatIsWrittenIsJestsFileAndIsReadAgain() throws Exception {
    CommandLineRun first = run(TESTS);
    contains(first, "snapshots: 5 written");
    assertEquals(0, first.exit(), first.out());
    assertEquals(FILE, Files.readString(file()));
    CommandLineRun second = run(TESTS, "--ci", "--retries", "2");
    assertFalse(second.out().contains("snapshots:"), second.out());
    assertEquals(0, second.exit(), second.out());
  }

  @Test
  void oneThatDiffersFailsUntilItIsUpdated() throws Exception {
    run("it('a', () => expect({ n: 1 }).toMatchSnapshot())");
    String before = Files.readString(file());
    String changed = "it('a', () => expect({ n: 2 }).toMatchSnapshot())";
    CommandLineRun differs = run(changed);
    contains(differs, "Snapshot name: `a 1`");
    contains(differs, "-   \"n\": 1,");
    contains(differs, "+   \"n\": 2,");
    assertEquals(1, differs.exit());
    assertEquals(before, Files.readString(file()));
    CommandLineRun update = run(changed, "-u");
    contains(update, "snapshots: 1 updated");
    assertEquals(0, update.exit());
    assertEquals(0, run(changed).exit());
  }

  @Test
  void inCiNothingIsWrittenAndANewOneFails() throws Exception {
    CommandLineRun run = run("it('a', () => expect(1).toMatchSnapshot())", "--ci");
    contains(run, "New snapshot was not written");
    assertEquals(1, run.exit());
    assertFalse(Files.exists(file().getParent()));
    assertEquals(2, run("it('a', () => {})", "--ci", "-u").exit());
  }

  @Test
  void obsoleteOnesAreToldAndRemovedByAnUpdate() throws Exception {
    String one = "it('a', () => expect(1).toMatchSnapshot())\n";
    run(one + "it('b', () => expect(2).toMatchSnapshot())");
    contains(run(one), "snapshots: 1 obsolete (-u removes them)");
    assertTrue(Files.readString(file()).contains("`b 1`"));
    CommandLineRun filtered = run(one + "it('b', () => expect(2).toMatchSnapshot())", "-t", "^a");
    assertFalse(filtered.out().contains("obsolete"), filtered.out());
    contains(run(one, "-u"), "snapshots: 1 removed");
    assertFalse(Files.readString(file()).contains("`b 1`"));
    run("it('a', () => {})", "-u");
    assertFalse(Files.exists(file()));
  }

  @Test
  void theFileIsReadAsDataAndALinkIsNotFollowed() throws Exception {
    run("it('a', () => expect(1).toMatchSnapshot())");
    Files.writeString(file(), "globalThis.ran = true;\n\n" + Files.readString(file()));
    CommandLineRun data =
        run(
            "it('a', () => { expect(1).toMatchSnapshot(); expect(globalThis.ran).toBe(undefined)"
                + " })");
    assertEquals(0, data.exit(), data.out());
    Path elsewhere = folder.resolve("elsewhere");
    Files.writeString(elsewhere, "secret");
    Files.delete(file());
    Files.createSymbolicLink(file(), elsewhere);
    CommandLineRun link = run("it('a', () => expect(1).toMatchSnapshot())", "-u");
    contains(link, "is a link");
    assertEquals("secret", Files.readString(elsewhere));
  }

  @Test
  void inlineSnapshotsSayThatTheyAreNotThere() throws Exception {
    CommandLineRun run = run("it('a', () => expect(1).toMatchInlineSnapshot())");
    contains(run, "toMatchInlineSnapshot is not there");
  }
}
