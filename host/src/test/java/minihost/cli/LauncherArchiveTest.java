package minihost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import minihost.cli.LauncherSandbox.Launch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** When the start-up archive is made, used, and made anew; and that it never shows. */
@DisabledOnOs(OS.WINDOWS)
class LauncherArchiveTest {
  @TempDir Path folder;
  private LauncherSandbox sandbox;
  private Path java;

  @BeforeEach
  void layOut() throws Exception {
    sandbox = new LauncherSandbox(folder);
    java = sandbox.systemJava();
    sandbox.environment.put("MINIHOST_CDS", "now");
  }

  @Test
  void theFirstRunMakesItInTheBackgroundAndTheNextUsesIt() throws Exception {
    sandbox.environment.put("MINIHOST_CDS", "on");

    assertFalse(uses(sandbox.launch()));

    awaitArchive();
    assertTrue(uses(sandbox.launch()));
    assertEquals(1, sandbox.archives().size());
  }

  @Test
  void aChangedJarHasAnArchiveOfItsOwnAndTheOldOneGoes() throws Exception {
    assertTrue(uses(sandbox.launch()));
    Path before = sandbox.archives().getFirst();
    LauncherSandbox.write(sandbox.tree().resolve("lib/minihost.jar"), "another jar");

    assertTrue(uses(sandbox.launch()));
    assertEquals(1, sandbox.archives().size());
    assertNotEquals(before, sandbox.archives().getFirst());
  }

  @Test
  void aJarWrittenAfterTheArchiveIsNotTrustedToBeTheSame() throws Exception {
    assertTrue(uses(sandbox.launch()));
    LauncherSandbox.age(sandbox.archives().getFirst(), -3600);
    sandbox.environment.put("MINIHOST_CDS", "on");

    assertFalse(uses(sandbox.launch()));

    awaitArchive();
    assertTrue(uses(sandbox.launch()));
  }

  @Test
  void theLockOfAKilledJobIsTakenOver() throws Exception {
    sandbox.launch();
    Path archive = sandbox.archives().getFirst();
    Files.delete(archive);
    LauncherSandbox.write(
        Path.of(archive + ".lock", "pid"), LauncherBuildTest.deadProcess() + "\n");

    assertTrue(uses(sandbox.launch()));
    assertFalse(Files.exists(Path.of(archive + ".lock")));
  }

  @Test
  void nowWaitsForAJobThatMakesIt() throws Exception {
    sandbox.environment.put("MINIHOST_CDS", "on");
    sandbox.launch();
    sandbox.environment.put("MINIHOST_CDS", "now");

    assertTrue(uses(sandbox.launch()));
  }

  @Test
  void aJavaThatCannotDumpIsNotAskedAgain() throws Exception {
    LauncherSandbox.write(Path.of(java + "/bin/java.cannot-dump"), "");
    assertEquals(0, sandbox.launch().exit());
    assertEquals(List.of(), sandbox.archives());
    Files.delete(Path.of(java + "/bin/java.cannot-dump"));
    sandbox.environment.put("MINIHOST_CDS", "on");

    sandbox.launch();

    assertEquals(List.of(), sandbox.archives());
    sandbox.environment.put("MINIHOST_CDS", "now");
    assertTrue(uses(sandbox.launch()));
  }

  @Test
  void offMakesNoneAndUsesNone() throws Exception {
    sandbox.launch();
    sandbox.environment.put("MINIHOST_CDS", "off");

    assertFalse(uses(sandbox.launch()));
  }

  @Test
  void aCacheThatCannotBeWrittenDoesNotShow() throws Exception {
    LauncherSandbox.write(sandbox.home.resolve(".cache"), "a file, not a folder");

    Launch launch = sandbox.launch();

    assertEquals(0, launch.exit());
    assertEquals(List.of(), launch.err());
    assertFalse(uses(launch));
  }

  @Test
  void aSpoiledArchiveShowsInNothingButTime() throws Exception {
    Path home = Path.of(System.getProperty("java.home"));
    assumeTrue(Files.exists(home.resolve("release")));
    sandbox.environment.put("MINIHOST_JAVA_HOME", home.toString());
    sandbox.realJar("System.out.println(args[args.length - 1]);");
    Launch expected = new Launch(0, List.of("good"), List.of());
    assertEquals(expected, sandbox.launch("good"));
    Path archive = sandbox.archives().getFirst();
    byte[] bytes = Files.readAllBytes(archive);

    Files.write(archive, Arrays.copyOf(bytes, bytes.length / 2));
    assertEquals(expected, sandbox.launch("good"));
    Files.writeString(archive, "not an archive");
    assertEquals(expected, sandbox.launch("good"));
    Files.writeString(archive, "");
    assertEquals(expected, sandbox.launch("good"));
  }

  private static boolean uses(Launch launch) {
    return launch.out().stream().anyMatch(line -> line.startsWith("[-XX:SharedArchiveFile="));
  }

  /** Waits for the background job: its archive is newer than every jar, its lock is gone. */
  private void awaitArchive() throws Exception {
    Path jar = sandbox.tree().resolve("lib/minihost.jar");
    for (int tries = 0; tries < 1500; tries++) {
      for (Path archive : sandbox.archives()) {
        boolean newer =
            Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) >= 0;
        if (newer && !Files.exists(Path.of(archive + ".lock"))) {
          return;
        }
      }
      LockSupport.parkNanos(20_000_000);
    }
    throw new AssertionError("no archive after half a minute");
  }
}
