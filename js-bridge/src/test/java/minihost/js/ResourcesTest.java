package minihost.js;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.junit.jupiter.api.Test;

/** The host's own scripts, of both modules: read by a run only when they are needed. */
class ResourcesTest {
  @Test
  void everyScriptParses() throws IOException {
    List<String> broken = new ArrayList<>();
    List<Path> scripts = scripts();
    assertFalse(scripts.size() < 15, () -> "only found " + scripts);
    try (Context context = JsEngine.newContext()) {
      for (Path script : scripts) {
        String code = Files.readString(script);
        try {
          context.parse(JsEngine.source(script.getFileName().toString(), code));
        } catch (PolyglotException e) {
          broken.add(script.getFileName() + ": " + e.getMessage());
        }
      }
    }
    assertEquals(List.of(), broken);
  }

  private static List<Path> scripts() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    Path root = Files.isDirectory(here.resolve("js-bridge")) ? here : here.getParent();
    List<Path> all = new ArrayList<>();
    for (String module : List.of("js-bridge", "host"))
      try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src/main/resources"))) {
        files.filter(f -> f.toString().endsWith(".js")).forEach(all::add);
      }
    return all;
  }
}
