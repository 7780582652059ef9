package minihost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own can show: signals, its exit code, the classes it loads. */
@Timeout(120)
class ProcessTest {
  @TempDir Path folder;

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void interruptEndsARunWithTheStackOfAScriptThatDoesNotReturn() throws Exception {
    new Program(folder).onLoad("console.log('spinning')\nfunction spin() {\n for (;;);\n}\nspin()");
    Process run = start(List.of(), "--no-repl", folder.toString());
    List<String> lines = new ArrayList<>();
    try (BufferedReader out = run.inputReader(StandardCharsets.UTF_8)) {
      for (String line; (line = out.readLine()) != null; ) {
        lines.add(line);
        if (line.endsWith("log    spinning")) interrupt(run);
      }
    }
    assertEquals(ExitCodes.INTERRUPTED, run.waitFor(), lines::toString);
    String stack = "(?s).*\n +at spin \\(pages/index/index.js:4:\\d+\\)\n +at onLoad .*";
    assertTrue(String.join("\n", lines).matches(stack), lines::toString);
  }

  @Test
  void aRunWithCommandsFromAPipeLoadsNeitherPicocliNorJLine() throws Exception {
    new Program(folder);
    Path log = folder.resolve("classes.log");
    Process run = start(List.of("-Xlog:class+load:file=" + log), "--json", folder.toString());
    try (var keys = run.outputWriter(StandardCharsets.UTF_8)) {
      keys.write(".state\n1 + 1\n.exit\n");
    }
    assertTrue(run.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, run.exitValue());
    List<String> unwanted =
        Files.readAllLines(log).stream()
            .filter(line -> line.contains("] picocli.") || line.contains("] org.jline."))
            .toList();
    assertEquals(List.of(), unwanted);
  }

  private static Process start(List<String> jvm, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.addAll(jvm);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static void interrupt(Process run) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", String.valueOf(run.pid())).start().waitFor();
    // One that was told to ignore the signal, as by nohup, would spin for ever.
    run.onExit().completeOnTimeout(run, 30, TimeUnit.SECONDS).thenAccept(Process::destroyForcibly);
  }
}
