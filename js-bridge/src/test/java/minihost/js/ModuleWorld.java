package minihost.js;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import minihost.module.ModuleTree;
import minihost.module.TranspileCache;
import minihost.module.Transpiler;

/** A project folder for one test, and a runtime that loads from it. */
final class ModuleWorld {
  final JsWorld world = new JsWorld();
  private final Path root;
  private Map<String, String> aliases = Map.of();

  ModuleWorld(Path root) {
    this.root = root;
  }

  ModuleWorld file(String id, String source) {
    try {
      Path file = root.resolve(id);
      Files.createDirectories(file.getParent());
      Files.writeString(file, source);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ModuleWorld aliases(Map<String, String> aliases) {
    this.aliases = aliases;
    return this;
  }

  /** Runs app.js; gives back what it wrote to the console. */
  List<String> run() {
    return run(modules -> modules.run("app"));
  }

  List<String> run(Consumer<Modules> first) {
    try (SucraseCompiler typeScript = new SucraseCompiler()) {
      world.go(js -> first.accept(modules(js, typeScript)));
    }
    return world.out;
  }

  private Modules modules(JsRuntime js, SucraseCompiler typeScript) {
    try {
      ModuleTree tree = new ModuleTree(root, aliases);
      return new Modules(js, tree, new Transpiler(typeScript, TranspileCache.NONE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one error that surfaced. */
  JsError error() {
    if (world.errors.size() != 1) {
      throw new AssertionError("errors: " + world.errors);
    }
    return world.errors.getFirst();
  }
}
