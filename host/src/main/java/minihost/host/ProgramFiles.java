package minihost.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import minihost.app.ProgramModules;
import minihost.config.Settings;
import minihost.js.Coverage;
import minihost.js.JsRuntime;
import minihost.js.Modules;
import minihost.js.SucraseCompiler;
import minihost.module.ModuleFile;
import minihost.module.ModuleTree;
import minihost.module.TranspileCache;
import minihost.module.Transpiler;

/** The program's own files, made ready to run: the jailed tree, the transpiler, the cache. */
final class ProgramFiles implements ProgramModules, AutoCloseable {
  private static final long CACHE_BYTES = 64L << 20;

  private final SucraseCompiler typeScript = new SucraseCompiler();
  private final ModuleTree tree;
  private final Modules modules;
  private final Optional<Coverage> coverage;

  /**
   * @param cache for transpiled files; empty for none
   * @param coverage counts what runs; empty for none
   */
  ProgramFiles(JsRuntime js, Settings settings, Optional<Path> cache, Optional<Coverage> coverage) {
    this.coverage = coverage;
    Path root = settings.programRoot();
    try {
      tree = new ModuleTree(root, settings.app().resolveAlias());
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + root + ": " + e.getMessage(), e);
    }
    TranspileCache kept = kept(cache);
    modules = new Modules(js, tree, new Transpiler(typeScript, kept, coverage));
  }

  static TranspileCache kept(Optional<Path> cache) {
    return cache
        .map(folder -> new TranspileCache(folder.resolve("modules"), CACHE_BYTES))
        .orElse(TranspileCache.NONE);
  }

  @Override
  public Optional<String> resolve(String entry) {
    return tree.file(entry).map(ModuleFile::id);
  }

  /** The program files that the run has come to so far, by real path. Any thread. */
  Set<Path> found() {
    return tree.found();
  }

  @Override
  public Optional<String> text(String path) {
    return tree.text(path);
  }

  @Override
  public Optional<String> component(String from, String name) {
    return tree.resolve(from, name).map(file -> file.id().replaceFirst("\\.[jt]s$", ""));
  }

  @Override
  public void run(String id) {
    modules.run(id);
  }

  @Override
  public void close() {
    coverage.ifPresent(modules::countInto);
    typeScript.close();
  }
}
