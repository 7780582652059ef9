package minihost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import minihost.cli.LauncherSandbox.Launch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** When the launcher builds, and what it says when it cannot. */
@DisabledOnOs(OS.WINDOWS)
class LauncherBuildTest {
  private static final String FIRST = "minihost: building (first run, about a minute)…";
  private static final long TEN_YEARS = 10L * 365 * 24 * 3600;

  @TempDir Path folder;
  private LauncherSandbox sandbox;
  private Path lock;

  @BeforeEach
  void layOut() throws Exception {
    sandbox = new LauncherSandbox(folder);
    sandbox.systemJava();
    sandbox.maven();
    lock = sandbox.clone.resolve("target/minihost-build.lock");
  }

  @Test
  void nothingIsBuiltWhileTheSourcesAreOlder() throws Exception {
    sandbox.launch();
    sandbox.launch();

    assertEquals(0, sandbox.mavenRuns());
  }

  @Test
  void theFirstRunBuildsAndTheSecondDoesNot() throws Exception {
    Files.delete(sandbox.tree().resolve("built"));

    assertEquals(List.of(FIRST), sandbox.launch().err());
    assertEquals(List.of(), sandbox.launch().err());
    assertEquals(1, sandbox.mavenRuns());
    assertFalse(Files.exists(lock));
  }

  @Test
  void aNewerSourceOrPomIsBuilt() throws Exception {
    LauncherSandbox.age(sandbox.clone.resolve("host/src/main/java/Main.java"), TEN_YEARS);
    assertEquals(List.of("minihost: building (sources changed)…"), sandbox.launch().err());

    LauncherSandbox.age(sandbox.clone.resolve("host/src/main/java/Main.java"), 0);
    LauncherSandbox.age(sandbox.clone.resolve("pom.xml"), TEN_YEARS);
    sandbox.launch();
    assertEquals(2, sandbox.mavenRuns());
  }

  @Test
  void aFailedBuildShowsItsErrors() throws Exception {
    Files.delete(sandbox.tree().resolve("built"));
    sandbox.environment.put("MAVEN_FAILS", "yes");

    Launch launch = sandbox.launch();

    assertEquals(70, launch.exit());
    assertEquals(
        List.of(
            FIRST,
            "minihost: the build failed; from its log, "
                + sandbox.clone.resolve("target/minihost-build.log")
                + ":",
            "[ERROR] cannot find symbol"),
        launch.err());
    assertEquals(List.of(), launch.out());
    assertFalse(Files.exists(lock));
  }

  @Test
  void withoutMavenASentenceSaysWhatToInstall() throws Exception {
    Files.delete(sandbox.tree().resolve("built"));
    Files.delete(folder.resolve("tools/mvn"));

    Launch launch = sandbox.launch();

    assertEquals(69, launch.exit());
    assertEquals(1, launch.err().size());
    assertTrue(launch.err().getFirst().contains("needs Maven"));
  }

  @Test
  void twoFirstRunsAtOnceBuildOnce() throws Exception {
    Files.delete(sandbox.tree().resolve("built"));
    sandbox.environment.put("MAVEN_TAKES", "1");
    Process one = sandbox.start(sandbox.clone.resolve("minihost"));
    Process two = sandbox.start(sandbox.clone.resolve("minihost"));

    assertEquals(0, sandbox.finish(one).exit());
    assertEquals(0, sandbox.finish(two).exit());
    assertEquals(1, sandbox.mavenRuns());
  }

  @Test
  void theLockOfADeadBuildIsTakenOver() throws Exception {
    Files.delete(sandbox.tree().resolve("built"));
    LauncherSandbox.write(lock.resolve("pid"), deadProcess() + "\n");

    assertEquals(List.of(FIRST), sandbox.launch().err());
    assertFalse(Files.exists(lock));
  }

  @Test
  void aLockWithoutAnOwnerIsTakenOverAfterAWhile() throws Exception {
    Files.delete(sandbox.tree().resolve("built"));
    Files.createDirectories(lock);
    LauncherSandbox.age(lock, -180);

    assertEquals(0, sandbox.launch().exit());
    assertEquals(1, sandbox.mavenRuns());
  }

  /** The id of a process that has ended. */
  static long deadProcess() throws Exception {
    Process process = new ProcessBuilder("/bin/sh", "-c", ":").start();
    process.waitFor();
    return process.pid();
  }
}
