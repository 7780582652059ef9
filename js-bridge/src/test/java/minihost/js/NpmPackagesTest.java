package minihost.js;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import minihost.module.ModuleFile;
import minihost.module.ModuleTree;
import minihost.module.NpmFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packages of a program whose miniprogram_npm was not built. */
class NpmPackagesTest {
  @TempDir Path folder;
  private ModuleWorld program;

  @BeforeEach
  void program() {
    program = new ModuleWorld(folder.resolve("project"));
  }

  private List<String> required(String specifier) {
    return program.file("app.js", "console.log(require('" + specifier + "'))").run();
  }

  private ModuleWorld installed(String name, String manifest, String... files) {
    program.file("node_modules/" + name + "/package.json", manifest);
    for (String file : files)
      program.file("node_modules/" + name + "/" + file, "module.exports='" + file + "'");
    return program;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'main':'lib/a.js'}|lib/a.js",
        "{'main':'./lib/a'}|lib/a.js",
        "{'main':'lib'}|lib/index.js",
        "{}|index.js",
        "{'main':'gone.js'}|index.js",
        "{'module':'lib/a.js'}|lib/a.js",
        "{'exports':{'.':{'import':'./lib/gone.mjs','require':'./lib/a.js'}}}|lib/a.js",
        "{'exports':'./lib/a.js'}|lib/a.js",
        "{'main':'../../outside.js'}|index.js",
        "this is no JSON|index.js",
      })
  void aPackageBeginsWhereItsManifestSays(String manifest, String expected) {
    program.file("outside.js", "module.exports='outside'");
    installed("pkg", manifest.replace('\'', '"'), "lib/a.js", "lib/index.js", "index.js");
    assertEquals(List.of(expected), required("pkg"));
  }

  @Test
  void aPackageForMiniProgramsIsTheFolderThatItNames() {
    installed("ui", "{\"main\":\"index.js\",\"miniprogram\":\"mp\"}", "mp/index.js", "index.js");
    program.file("node_modules/ui/mp/button/button.js", "module.exports='button of mp'");
    program.file("node_modules/ui/button/button.js", "module.exports='button'");
    assertEquals(List.of("mp/index.js"), required("ui"));
    assertEquals(List.of("button of mp"), again("ui/button/button"));
  }

  @Test
  void withoutAWordItsFolderIsMiniprogramDist() {
    installed("@org/ui", "{\"main\":\"index.js\"}", "miniprogram_dist/index.js", "index.js");
    program.file("node_modules/@org/ui/miniprogram_dist/toast/index.js", "exports.toast=1");
    assertEquals(List.of("miniprogram_dist/index.js"), required("@org/ui"));
    assertEquals(List.of("{ toast: 1 }"), again("@org/ui/toast"));
  }

  private List<String> again(String specifier) {
    program.world.out.clear();
    return new ModuleWorldAgain(folder.resolve("project")).required(specifier);
  }

  /** A second run of the same folder. */
  private record ModuleWorldAgain(Path root) {
    List<String> required(String specifier) {
      return new ModuleWorld(root)
          .file("app.js", "console.log(require('" + specifier + "'))")
          .run();
    }
  }

  @Test
  void whatWasBuiltWins() {
    installed("pkg", "{}", "index.js");
    program.file("miniprogram_npm/pkg/index.js", "module.exports='built'");
    assertEquals(List.of("built"), required("pkg"));
  }

  @Test
  void aPackageFindsItsOwnDependencyThenThoseBesideIt() {
    program
        .file("node_modules/a/package.json", "{}")
        .file("node_modules/a/index.js", "module.exports=[require('b'), require('c')]")
        .file("node_modules/a/node_modules/b/index.js", "module.exports='own b'")
        .file("node_modules/b/index.js", "module.exports='b'")
        .file("node_modules/c/index.js", "module.exports='c'");
    assertEquals(List.of("[ 'own b', 'c' ]"), required("a"));
  }

  @Test
  void aPackageMayBeWrittenLikeAFileBesideTheScript() {
    installed("pkg", "{}", "index.js");
    assertEquals(List.of("index.js"), required("./pkg"));
    program.file("pkg.js", "module.exports='beside'");
    assertEquals(List.of("beside"), again("./pkg"));
  }

  @Test
  void jsonIsAModuleInAPackageAndNowhereElse() {
    program
        .file("node_modules/a/package.json", "{\"version\":\"1.2.3\"}")
        .file("node_modules/a/lib/x.js", "module.exports=require('../package.json').version")
        .file("own.json", "{}");
    assertEquals(List.of("1.2.3"), required("a/lib/x"));
    required("./own.json");
    assertEquals(
        "Error: module 'own.json.js' is not defined, require args is './own.json'",
        program.error().message());
  }

  @Test
  void packagesOutsideTheRootAppearWhereTheProjectSays() throws IOException {
    Path packages = folder.resolve("node_modules");
    write(packages.resolve("pkg/index.js"));
    write(folder.resolve("secret.js"));
    write(folder.resolve("project/shop/app.js"));
    Files.createSymbolicLink(packages.resolve("out.js"), folder.resolve("secret.js"));
    ModuleTree tree =
        new ModuleTree(
            folder.resolve("project"), Map.of(), List.of(new NpmFolder("shop", packages)));
    assertEquals("shop/node_modules/pkg/index.js", id(tree, "shop/app.js", "pkg"));
    assertEquals("-", id(tree, "app.js", "pkg"), "outside the folder it is for");
    assertEquals("-", id(tree, "shop/app.js", "out"), "a link out of the packages");
    assertEquals("-", id(tree, "shop/app.js", "../node_modules/../../secret"));
  }

  private static String id(ModuleTree tree, String from, String specifier) {
    return tree.resolve(from, specifier).map(ModuleFile::id).orElse("-");
  }

  private static void write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
  }
}
