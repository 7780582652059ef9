package minihost.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import minihost.app.ProgramModules;
import minihost.config.AppJson;
import minihost.config.Settings;
import minihost.js.Coverage;
import minihost.js.JsRuntime;
import minihost.js.Modules;
import minihost.js.SucraseCompiler;
import minihost.module.ModuleFile;
import minihost.module.ModuleTree;
import minihost.module.NpmFolder;
import minihost.module.Packages;
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
    this(js, settings, tree(settings), cache, coverage);
  }

  /** The files of a folder alone, which find no other. */
  ProgramFiles(JsRuntime js, Settings settings, Optional<Path> cache, String folder) {
    this(js, settings, tree(settings).within(folder), cache, Optional.empty());
  }

  private ProgramFiles(
      JsRuntime js,
      Settings settings,
      ModuleTree tree,
      Optional<Path> cache,
      Optional<Coverage> coverage) {
    this.tree = tree;
    this.coverage = coverage;
    Transpiler transpiler = new Transpiler(typeScript, kept(cache), coverage);
    modules = new Modules(js, tree, transpiler, !settings.app().game());
  }

  static TranspileCache kept(Optional<Path> cache) {
    return cache
        .map(folder -> new TranspileCache(folder.resolve("modules"), CACHE_BYTES))
        .orElse(TranspileCache.NONE);
  }

  /** Whether there is a script of this path below a folder. */
  static boolean has(Settings settings, String folder, String path) {
    return tree(settings).within(folder).file(path).isPresent();
  }

  private static ModuleTree tree(Settings settings) {
    Path root = settings.programRoot();
    try {
      return new ModuleTree(root, settings.app().resolveAlias(), npm(settings))
          .delivered(packages(settings));
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + root + ": " + e.getMessage(), e);
    }
  }

  private static Packages packages(Settings settings) {
    return new Packages(
        settings.app().subpackages().stream()
            .collect(
                Collectors.toMap(
                    AppJson.Subpackage::root, AppJson.Subpackage::independent, (a, b) -> a)));
  }

  private static List<NpmFolder> npm(Settings settings) {
    return settings.project().npm().stream()
        .map(npm -> new NpmFolder(npm.folder(), npm.packages()))
        .toList();
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
