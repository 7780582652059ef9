package minihost.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * A copy of the launcher in a machine of its own: an empty home, an empty system, a PATH with the
 * usual tools and no Java, and Javas that print their arguments instead of running anything.
 */
final class LauncherSandbox {
  /** What a launch left behind. */
  record Launch(int exit, List<String> out, List<String> err) {}

  private static final List<String> TOOLS =
      List.of(
          "cat",
          "cksum",
          "find",
          "ls",
          "mkdir",
          "mv",
          "nice",
          "paste",
          "readlink",
          "rm",
          "rmdir",
          "sed",
          "setsid",
          "sh",
          "sleep",
          "tail",
          "touch",
          "tr");

  /** Plays a JVM: makes the files it is told to make, else prints its home and arguments. */
  private static final String FAKE_JAVA =
      """
      #!/bin/sh
      for argument; do
        case $argument in
          -XX:DumpLoadedClassList=*) echo classes >"${argument#*=}"; exit 1 ;;
          -Xshare:dump) dump=yes ;;
          -XX:SharedArchiveFile=*) archive=${argument#*=} ;;
        esac
      done
      if [ -n "${dump:-}" ]; then
        [ -e "$0.cannot-dump" ] || echo archive >"$archive"
        exit
      fi
      echo "java $0"
      for argument; do echo "[$argument]"; done
      exit "${FAKE_EXIT:-0}"
      """;

  /** Plays Maven: counts its runs and leaves a runnable tree, or fails. */
  private static final String FAKE_MAVEN =
      """
      #!/bin/sh
      echo "$*" >>maven-runs
      [ -z "${MAVEN_FAILS:-}" ] || { echo "[ERROR] cannot find symbol"; echo "[ERROR] -> [Help 1]"; exit 1; }
      sleep "${MAVEN_TAKES:-0}"
      mkdir -p host/target/minihost/lib
      echo jar >host/target/minihost/lib/minihost.jar
      echo 2030-01-01T00:00:00.000Z >host/target/minihost/built
      """;

  final Path root;
  final Path clone;
  final Path home;
  final Path system;
  final Map<String, String> environment = new HashMap<>();
  private final Path tools;

  /** Lays the machine out below {@code root}, an empty folder. */
  LauncherSandbox(Path root) throws IOException {
    this.root = root.toRealPath();
    clone = this.root.resolve("a clone");
    home = this.root.resolve("a home");
    system = this.root.resolve("system");
    tools = this.root.resolve("tools");
    Files.createDirectories(home);
    Files.createDirectories(system);
    Files.createDirectories(tools);
    for (String tool : TOOLS) {
      wrapTool(tool);
    }
    copyLauncher(repository());
    write(clone.resolve("pom.xml"), "<project/>");
    write(clone.resolve("host/src/main/java/Main.java"), "class Main {}");
    buildTree();
    environment.put("HOME", home.toString());
    environment.put("PATH", tools.toString());
    environment.put("MINIHOST_SYSTEM_ROOT", system.toString());
    environment.put("MINIHOST_CDS", "off");
  }

  /** The folder of the real launcher, found from the module's folder upwards. */
  static Path repository() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("minihost.cmd"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  /** Puts a runnable tree there, newer than the sources. */
  void buildTree() throws IOException {
    write(tree().resolve("lib/minihost.jar"), "jar");
    write(tree().resolve("built"), "2030-01-01T00:00:00.000Z\n");
  }

  /** Replaces the host's jar by one a real Java can run, whose main method is {@code body}. */
  void realJar(String body) throws IOException {
    Path source = root.resolve("source/Main.java");
    write(
        source,
        "package minihost.cli; class Main { public static void main(String[] args) { %s } }"
            .formatted(body));
    Path classes = root.resolve("classes");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler.run(null, null, null, "-d", classes.toString(), source.toString()) != 0) {
      throw new IOException("cannot compile " + source);
    }
    Path jar = tree().resolve("lib/minihost.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("minihost/cli/Main.class"));
      Files.copy(classes.resolve("minihost/cli/Main.class"), out);
    }
  }

  Path tree() {
    return clone.resolve("host/target/minihost");
  }

  /** A Java of that feature version at {@code folder}; {@code bin/java} prints what it is given. */
  Path java(Path folder, String version) throws IOException {
    write(folder.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
    script(folder.resolve("bin/java"), FAKE_JAVA);
    script(folder.resolve("bin/javac"), "#!/bin/sh\n");
    return folder;
  }

  /** A Java 25 where most Linux distributions put one. */
  Path systemJava() throws IOException {
    return java(system.resolve("usr/lib/jvm/jdk-25"), "25.0.3");
  }

  void maven() throws IOException {
    script(tools.resolve("mvn"), FAKE_MAVEN);
  }

  long mavenRuns() throws IOException {
    Path log = clone.resolve("maven-runs");
    return Files.exists(log) ? Files.readAllLines(log).size() : 0;
  }

  /** Makes {@code java} on the PATH a symbolic link. */
  void javaOnPath(Path target) throws IOException {
    Files.createSymbolicLink(tools.resolve("java"), target);
  }

  /** The archives of all keys. */
  List<Path> archives() throws IOException {
    Path folder = home.resolve(".cache/minihost/archive");
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".jsa")).toList();
    }
  }

  Launch launch(String... arguments) throws Exception {
    return finish(start(clone.resolve("minihost"), arguments));
  }

  Process start(Path launcher, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  Launch finish(Process process) throws Exception {
    process.getOutputStream().close();
    List<String> out = process.inputReader().readAllLines();
    List<String> err = process.errorReader().readAllLines();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the launcher did not end");
    }
    return new Launch(process.exitValue(), out, err);
  }

  static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Sets a file's time so many seconds away from now. */
  static void age(Path file, long seconds) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(seconds)));
  }

  static void script(Path file, String text) throws IOException {
    write(file, text);
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + file + " executable");
    }
  }

  /** A script and not a link: the real tool must not look like a part of the folder to delete. */
  private void wrapTool(String tool) throws IOException {
    for (String folder : List.of("/usr/bin", "/bin")) {
      Path real = Path.of(folder, tool);
      if (Files.isExecutable(real)) {
        script(tools.resolve(tool), "#!/bin/sh\nexec " + real + " \"$@\"\n");
        return;
      }
    }
  }

  private void copyLauncher(Path repository) throws IOException {
    Files.createDirectories(clone);
    Files.copy(repository.resolve("minihost"), clone.resolve("minihost"));
    Files.createDirectories(clone.resolve("launcher"));
    try (Stream<Path> parts = Files.list(repository.resolve("launcher"))) {
      parts.forEach(part -> copy(part, clone.resolve("launcher").resolve(part.getFileName())));
    }
  }

  private static void copy(Path from, Path to) {
    try {
      Files.copy(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
