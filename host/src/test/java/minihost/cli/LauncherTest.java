package minihost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** Which Java the launcher takes, what it passes on, and what it says when there is none. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  @TempDir Path folder;
  private LauncherSandbox sandbox;

  @BeforeEach
  void layOut() throws Exception {
    sandbox = new LauncherSandbox(folder);
  }

  @Test
  void theMostExplicitJavaWins() throws Exception {
    Path explicit = sandbox.java(folder.resolve("explicit"), "25");
    Path javaHome = sandbox.java(folder.resolve("java home"), "26-ea");
    Path onPath = sandbox.java(folder.resolve("on path"), "25.0.1");
    Path own = sandbox.java(sandbox.home.resolve(".jdks/temurin-25"), "25.0.2");
    Path system = sandbox.systemJava();
    sandbox.environment.put("MINIHOST_JAVA_HOME", explicit.toString());
    sandbox.environment.put("JAVA_HOME", javaHome.toString());
    Path alias = Files.createSymbolicLink(folder.resolve("alias"), onPath.resolve("bin/java"));
    sandbox.javaOnPath(alias);

    assertEquals(explicit, chosen());
    sandbox.environment.remove("MINIHOST_JAVA_HOME");
    assertEquals(javaHome, chosen());
    sandbox.environment.remove("JAVA_HOME");
    assertEquals(onPath.toRealPath(), chosen().toRealPath());
    Files.delete(onPath.resolve("release"));
    assertEquals(own, chosen());
    Files.delete(own.resolve("release"));
    assertEquals(system, chosen());
  }

  @Test
  void aJavaThatIsTooOldIsPassedOver() throws Exception {
    Path old = sandbox.java(folder.resolve("old"), "17.0.15");
    Path ancient = sandbox.java(sandbox.home.resolve(".sdkman/candidates/java/8"), "1.8.0_402");
    sandbox.environment.put("JAVA_HOME", old.toString());
    Path system = sandbox.systemJava();

    assertEquals(system, chosen());
    assertTrue(Files.exists(ancient));
  }

  @Test
  void withoutAnyJavaOneSentenceSaysWhatToInstall() throws Exception {
    Path old = sandbox.java(folder.resolve("old"), "21.0.2");
    sandbox.environment.put("JAVA_HOME", old.toString());

    Launch launch = sandbox.launch("demo");

    assertEquals(69, launch.exit());
    assertEquals(
        List.of(
            "minihost: needs Java 25 or newer and found only Java 21 in "
                + old
                + ": install a JDK 25 (such as Eclipse Temurin), or point MINIHOST_JAVA_HOME or"
                + " JAVA_HOME at one."),
        launch.err());
  }

  @Test
  void anExplicitJavaThatWillNotDoIsNamedAndNotPassedOver() throws Exception {
    sandbox.systemJava();
    sandbox.environment.put("MINIHOST_JAVA_HOME", folder.resolve("nowhere").toString());

    Launch launch = sandbox.launch();

    assertEquals(69, launch.exit());
    assertTrue(launch.err().getFirst().contains("MINIHOST_JAVA_HOME=" + folder.resolve("nowhere")));
  }

  @Test
  void argumentsPassThroughALinkUntouched() throws Exception {
    sandbox.systemJava();
    Path first = Files.createSymbolicLink(folder.resolve("first"), Path.of("a clone/minihost"));
    Path second = Files.createSymbolicLink(folder.resolve("second link"), first);

    Launch launch =
        sandbox.finish(sandbox.start(second, "a b", "", "*", "$HOME", "'\"", "--", "--jit"));

    int main = launch.out().indexOf("[minihost.cli.Main]");
    assertEquals(
        List.of("[a b]", "[]", "[*]", "[$HOME]", "['\"]", "[--]", "[--jit]"),
        launch.out().subList(main + 1, launch.out().size()));
    assertEquals("[" + sandbox.tree() + "/lib/minihost.jar]", launch.out().get(main - 1));
    assertTrue(launch.out().contains("[-Dminihost.home=" + sandbox.clone + "]"));
    assertEquals(List.of(), launch.err());
  }

  @Test
  void theJvmGetsTheUsersOptionsAndItsExitCodeIsOurs() throws Exception {
    sandbox.systemJava();
    sandbox.environment.put("MINIHOST_JAVA_OPTS", "-Xmx1g -Dglob=*");
    sandbox.environment.put("FAKE_EXIT", "3");

    Launch launch = sandbox.launch();

    assertEquals(3, launch.exit());
    assertTrue(launch.out().containsAll(List.of("[-Xmx1g]", "[-Dglob=*]", "[-XX:+UseSerialGC]")));
  }

  @Test
  void whereTheCompilerCannotRunOneLineSaysSoAndTheRunGoesOn() throws Exception {
    sandbox.systemJava();

    Launch launch = sandbox.launch("run", "--jit", "demo");

    assertEquals(0, launch.exit());
    assertEquals(
        List.of("[run]", "[demo]"),
        launch.out().subList(launch.out().size() - 2, launch.out().size()));
    assertTrue(
        launch
            .err()
            .getLast()
            .equals(
                "minihost: --jit is not possible: there is no JDK 25 or newer with jlink; running"
                    + " interpreted"));
  }

  private Path chosen() throws Exception {
    Launch launch = sandbox.launch();
    assertEquals(List.of(), launch.err());
    return Path.of(launch.out().getFirst().substring("java ".length())).getParent().getParent();
  }
}
