package minihost.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranspilerTest {
  private static final String MODULE = "import { a } from './a'\nexport const b = a\n";

  @TempDir Path folder;
  private int compiled;

  /** Counts its calls; types are what follows a colon. */
  private final class Stripper implements TypeScriptCompiler {
    private final String version;

    Stripper(String version) {
      this.version = version;
    }

    @Override
    public String version() {
      return version;
    }

    @Override
    public String compile(String id, String source) {
      compiled++;
      return source.replaceAll(":\\w+", "");
    }
  }

  private Path cache() {
    return folder.resolve("cache");
  }

  private Transpiled transpile(String id, String source) throws IOException {
    return transpile(id, source, new TranspileCache(cache(), 1_000_000), "1");
  }

  private Transpiled transpile(String id, String source, TranspileCache cache, String version)
      throws IOException {
    Path file = Files.writeString(folder.resolve(id), source);
    return new Transpiler(new Stripper(version), cache).transpile(new ModuleFile(id, file));
  }

  private List<Path> entries() throws IOException {
    if (!Files.exists(cache())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(cache())) {
      return files.toList();
    }
  }

  @Test
  void plainCommonJsDoesNotTouchTheCache() throws IOException {
    String source = "var x = require('x'); exports.y = x; o.import = 1";
    assertEquals(source, transpile("x.js", source).code());
    assertEquals(List.of(), entries());
  }

  @Test
  void aSecondRunReadsWhatTheFirstWrote() throws IOException {
    Transpiled first = transpile("x.ts", "let a:number; export { a }");
    Transpiled second = transpile("x.ts", "let a:number; export { a }");
    assertEquals(first, second);
    assertEquals(1, compiled);
    assertTrue(first.code().contains("let a;"), first.code());
    assertEquals(1, entries().size());
  }

  @Test
  void anEntryKeepsEverythingOfAModule() throws IOException {
    Transpiled first = transpile("x.js", MODULE);
    assertFalse(first.columns().shifts().isEmpty());
    assertEquals(first, transpile("x.js", MODULE));
    assertEquals(EsModules.rewrite("x.js", MODULE), first);
  }

  @Test
  void aScriptThatOnlyMentionsImportIsRememberedAsUntouched() throws IOException {
    String source = "// import this\nwith (o) {}";
    assertEquals(Transpiled.untouched(source), transpile("x.js", source));
    assertEquals(Transpiled.untouched(source), transpile("x.js", source));
    assertTrue(Files.size(entries().getFirst()) < 130);
  }

  @Test
  void theSameTextIsAnotherEntryInAnotherLanguageAndForAnotherCompiler() throws IOException {
    transpile("x.js", MODULE);
    transpile("x.ts", MODULE);
    transpile("x.ts", MODULE, new TranspileCache(cache(), 1_000_000), "2");
    assertEquals(3, entries().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "minihost-transpiled-1 \n", "minihost-transpiled-1 00\n$esm\ntrue\n\nx"})
  void aDamagedEntryIsIgnoredAndWrittenAnew(String damage) throws IOException {
    Transpiled first = transpile("x.js", MODULE);
    Path entry = entries().getFirst();
    String whole = Files.readString(entry);
    Files.writeString(entry, damage);
    assertEquals(first, transpile("x.js", MODULE));
    assertEquals(whole, Files.readString(entry));
  }

  @Test
  void anEntryWithOneChangedCharacterIsIgnored() throws IOException {
    Transpiled first = transpile("x.js", MODULE);
    Path entry = entries().getFirst();
    Files.writeString(entry, Files.readString(entry).replace("const b", "const c"));
    assertEquals(first, transpile("x.js", MODULE));
  }

  @Test
  void aFolderThatCannotBeUsedIsNoProblem() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Transpiled made = transpile("x.js", MODULE, new TranspileCache(file.resolve("in"), 10), "1");
    assertEquals(EsModules.rewrite("x.js", MODULE), made);
  }

  @Test
  void aFolderInPlaceOfAnEntryIsNoProblem() throws IOException {
    transpile("x.js", MODULE);
    Path entry = entries().getFirst();
    Files.delete(entry);
    Files.createDirectories(entry.resolve("full"));
    assertEquals(EsModules.rewrite("x.js", MODULE), transpile("x.js", MODULE));
    assertEquals(List.of(entry), entries());
  }

  @Test
  void theOldestEntriesGoWhenThereAreTooMany() throws IOException {
    for (int i = 0; i < 5; i++) {
      transpile("x.js", "export const n = " + i);
    }
    List<Path> before = entries();
    Path oldest = before.get(3);
    Files.setLastModifiedTime(oldest, FileTime.fromMillis(0));
    long keep = before.stream().mapToLong(p -> p.toFile().length()).sum() - 1;
    transpile("x.js", MODULE, new TranspileCache(cache(), keep), "1");
    assertEquals(5, entries().size());
    assertFalse(Files.exists(oldest));
  }

  @Test
  void aBrokenFileIsNotRemembered() throws IOException {
    for (int i = 0; i < 2; i++) {
      assertThrows(ModuleSyntaxException.class, () -> transpile("x.js", "export let a = ;"));
    }
    assertEquals(List.of(), entries());
  }

  @Test
  void aShebangLineBecomesAComment() throws IOException {
    assertEquals("///usr/bin/env node\n1", transpile("x.js", "#!/usr/bin/env node\n1").code());
  }
}
