package minihost.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleTreeTest {
  @TempDir Path folder;
  private Path root;
  private ModuleTree tree;

  @BeforeEach
  void plant() throws IOException {
    root = folder.resolve("project");
    for (String file :
        new String[] {
          "app.js",
          "config.js",
          "store/index.js",
          "pages/index/index.js",
          "pages/index/local.js",
          "pages/index/utils/auth.js",
          "pages/index/store/index.js",
          "pages/index/only-here/index.js",
          "pages/index/shadow.js",
          "utils/util.js",
          "utils/typed.ts",
          "utils/both.ts",
          "utils/both.js",
          "utils/types.d.ts",
          "utils/folder/index.ts",
          "utils/data.json",
          "utils/filter.wxs",
          "utils/dotted.config.js",
          "miniprogram_npm/dayjs/index.js",
          "miniprogram_npm/dayjs/plugin/utc.js",
          "miniprogram_npm/bn.js/index.js",
          "miniprogram_npm/single.js",
          "miniprogram_npm/@vant/weapp/dialog/index.js",
          "miniprogram_npm/shadow/index.js",
          "miniprogram_npm/near/index.js",
          "pages/miniprogram_npm/near/index.js",
        }) {
      write(root.resolve(file));
    }
    write(folder.resolve("outside.js"));
    write(folder.resolve("project-evil/x.js"));
    tree = new ModuleTree(root, Map.of());
  }

  private static void write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
  }

  private static String id(Optional<ModuleFile> file) {
    return file.map(ModuleFile::id).orElse("-");
  }

  @Test
  void textsAreReadInsideTheRootOnly() throws IOException {
    Files.writeString(root.resolve("pages/index/index.wxml"), "\uFEFF<view/>");
    Files.writeString(folder.resolve("outside.wxml"), "x");
    Files.createSymbolicLink(root.resolve("link.wxml"), folder.resolve("outside.wxml"));
    assertEquals(Optional.of("<view/>"), tree.text("pages/index/index.wxml"));
    assertEquals(Optional.of("<view/>"), tree.text("/pages/index/index.wxml"));
    for (String name : new String[] {"../outside.wxml", "link.wxml", "none.wxml", "pages", ""})
      assertEquals(Optional.empty(), tree.text(name), name);
  }

  @ParameterizedTest
  @CsvSource({
    "./local, pages/index/local.js",
    "./local.js, pages/index/local.js",
    ".//local, pages/index/local.js",
    "../index/./local, pages/index/local.js",
    "../../utils/util, utils/util.js",
    "../../utils/typed, utils/typed.ts",
    "../../utils/typed.js, utils/typed.ts",
    "../../utils/typed.ts, utils/typed.ts",
    "../../utils/both, utils/both.js",
    "../../utils/both.js, utils/both.js",
    "../../utils/both.ts, utils/both.js",
    "../../utils/folder, utils/folder/index.ts",
    "../../utils/folder/, utils/folder/index.ts",
    "../../utils/dotted.config, utils/dotted.config.js",
    "../../store, store/index.js",
    "../../store/index.js, store/index.js",
    "., pages/index/index.js",
    "./, pages/index/index.js",
    "../index, pages/index/index.js",
  })
  void aRelativePathCountsFromTheRequiringFile(String specifier, String expected) {
    assertEquals(expected, id(tree.resolve("pages/index/index.js", specifier)));
  }

  @ParameterizedTest
  @CsvSource({
    "local.js, pages/index/local.js",
    "utils/auth, pages/index/utils/auth.js",
    "dayjs, miniprogram_npm/dayjs/index.js",
    "dayjs/plugin/utc, miniprogram_npm/dayjs/plugin/utc.js",
    "dayjs/plugin/utc.js, miniprogram_npm/dayjs/plugin/utc.js",
    "bn.js, miniprogram_npm/bn.js/index.js",
    "single, miniprogram_npm/single.js",
    "@vant/weapp/dialog, miniprogram_npm/@vant/weapp/dialog/index.js",
    "near, pages/miniprogram_npm/near/index.js",
    "shadow, pages/index/shadow.js",
    "config, -",
  })
  void aBareNameIsASiblingOrElseThePackageNearestToTheFile(String specifier, String expected) {
    assertEquals(expected, id(tree.resolve("pages/index/index.js", specifier)));
  }

  @ParameterizedTest
  @CsvSource({
    "/store/index, store/index.js",
    "/store, store/index.js",
    "/only-here, pages/index/only-here/index.js",
    "/pages/index/local, pages/index/local.js",
    "/nothing, -",
  })
  void aLeadingSlashMeansTheRootFirstThenTheFilesFolder(String specifier, String expected) {
    assertEquals(expected, id(tree.resolve("pages/index/index.js", specifier)));
  }

  @ParameterizedTest
  @CsvSource({
    "@/utils/util, utils/util.js",
    "@/pages/index/local, pages/index/local.js",
    "@u/both, utils/both.js",
    "@u/deep/local, pages/index/local.js",
    "shared, config.js",
    "shared/x, -",
    "@/../outside, -",
    "@vant/weapp/dialog, miniprogram_npm/@vant/weapp/dialog/index.js",
  })
  void theLongestAliasWins(String specifier, String expected) throws IOException {
    Map<String, String> aliases =
        Map.of("@/*", "/*", "@u/*", "utils/*", "@u/deep/*", "/pages/index/*", "shared", "config");
    ModuleTree aliased = new ModuleTree(root, aliases);
    assertEquals(expected, id(aliased.resolve("pages/index/index.js", specifier)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../../outside",
        "../../../outside.js",
        "../../../project-evil/x",
        "/../outside",
        "../../../project/app",
        "./../../../../../../../../etc/passwd",
        "/etc/passwd",
        "..\\..\\..\\outside",
        "C:/outside.js",
        "file:///outside.js",
        "./local.js\0.js",
        "./local\n",
        "dayjs/../../../outside",
        "dayjs/../../config",
        "",
        "/",
        "..",
        "fs",
        "path",
        "node:fs",
        "module",
        "../../utils/data.json",
        "../../utils/data",
        "../../utils/filter.wxs",
        "../../utils/types",
        "../../utils/types.d",
        "../../pages",
        "./Local",
        "./LOCAL.js",
        "~/x",
      })
  void nothingElseResolves(String specifier) {
    assertEquals("-", id(tree.resolve("pages/index/index.js", specifier)));
  }

  @Test
  void anAbsolutePathOfTheMachineDoesNotResolve() {
    String inside = root.resolve("app.js").toString();
    String outside = folder.resolve("outside.js").toString();
    assertEquals("-", id(tree.resolve("app.js", inside)));
    assertEquals("-", id(tree.resolve("app.js", outside)));
  }

  @Test
  void aLinkThatLeadsOutIsMissingWhetherFileOrFolder() throws IOException {
    Files.createSymbolicLink(root.resolve("link.js"), folder.resolve("outside.js"));
    Files.createSymbolicLink(root.resolve("up"), folder);
    Files.createSymbolicLink(root.resolve("twice.js"), root.resolve("link.js"));
    Files.createSymbolicLink(root.resolve("loop.js"), root.resolve("loop.js"));
    Files.createSymbolicLink(root.resolve("dangling.js"), root.resolve("nowhere.js"));
    for (String specifier :
        new String[] {
          "./link", "./up/outside", "./up/project-evil/x", "./twice", "./loop", "./dangling"
        }) {
      assertEquals("-", id(tree.resolve("app.js", specifier)), specifier);
    }
    assertEquals("app.js", id(tree.resolve("app.js", "./up/project/app")));
  }

  @Test
  void aLinkInsideTheRootIsTheFileItLeadsTo() throws IOException {
    Files.createSymbolicLink(root.resolve("alias.js"), root.resolve("utils/util.js"));
    Files.createSymbolicLink(root.resolve("disguised.js"), root.resolve("utils/data.json"));
    assertEquals("utils/util.js", id(tree.resolve("app.js", "./alias")));
    assertEquals("-", id(tree.resolve("app.js", "./disguised")));
  }

  @Test
  void theRootItselfMayBeReachedThroughALink() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), root);
    assertEquals("app.js", id(new ModuleTree(link, Map.of()).file("app")));
  }

  @ParameterizedTest
  @CsvSource({
    "pages/index/index.js, ./nope, pages/index/nope.js",
    "pages/index/index.js, ./nope.js, pages/index/nope.js",
    "pages/index/index.js, ../../utils/nope, utils/nope.js",
    "pages/index/index.js, ../../../outside, outside.js",
    "pages/index/index.js, lodash, pages/index/lodash.js",
    "pages/index/index.js, /store/nope, store/nope.js",
    "app.js, ./data.json, data.json.js",
    "app.js, fs, fs.js",
  })
  void theErrorNamesTheFileThatWasLookedFor(String from, String specifier, String path) {
    assertEquals(
        "module '" + path + "' is not defined, require args is '" + specifier + "'",
        tree.missing(from, specifier));
  }

  @Test
  void aByteOrderMarkIsNotPartOfTheText() throws IOException {
    Files.write(root.resolve("bom.js"), "\uFEFFlet é = 1".getBytes(StandardCharsets.UTF_8));
    assertEquals("let é = 1", tree.file("bom").orElseThrow().read());
  }

  @Test
  void aFileTooLargeToBeAProgramIsRefusedByName() throws IOException {
    Files.write(root.resolve("huge.js"), new byte[ModuleFile.MAX_BYTES + 1]);
    ModuleFile huge = tree.file("huge.js").orElseThrow();
    UncheckedIOException e = assertThrows(UncheckedIOException.class, huge::read);
    assertTrue(e.getMessage().contains("huge.js is larger than 10485760 bytes"), e.getMessage());
  }
}
