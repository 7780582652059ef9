package minihost.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import minihost.config.Settings;
import minihost.js.Coverage;
import minihost.js.SucraseCompiler;
import minihost.module.ModuleFile;
import minihost.module.ModuleSyntaxException;
import minihost.module.ModuleTree;
import minihost.module.Transpiler;

/** Files of a program that no run has loaded, for coverage: all that is in them was not run. */
public final class UnloadedFiles {
  private UnloadedFiles() {}

  /**
   * Adds those that are not in it yet. A {@code .ts} beside its {@code .js} is left out.
   *
   * @param ids paths from the folder that holds app.json
   * @param cache for transpiled files; empty for none
   * @return the ids of files that cannot be read as programs
   * @throws IOException if there is no such program
   */
  public static List<String> addTo(
      Coverage coverage, Settings settings, Collection<String> ids, Optional<Path> cache)
      throws IOException {
    List<String> broken = new ArrayList<>();
    ModuleTree tree = new ModuleTree(settings.programRoot(), Map.of());
    try (SucraseCompiler typeScript = new SucraseCompiler()) {
      Transpiler transpiler =
          new Transpiler(typeScript, ProgramFiles.kept(cache), Optional.of(coverage));
      for (String id : ids) {
        Optional<ModuleFile> file = tree.file(id).filter(f -> f.id().equals(id));
        if (file.isEmpty() || coverage.files().containsKey(file.get().path())) continue;
        try {
          coverage.add(file.get().path(), transpiler.transpile(file.get()).probes(), List.of());
        } catch (ModuleSyntaxException | UncheckedIOException e) {
          broken.add(id);
        }
      }
    }
    return broken;
  }
}
