package minihost.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where npm packages come from when the project's file says so. */
class NpmRelationsTest {
  @TempDir Path folder;

  private ProgramFolder program(String setting) {
    return new ProgramFolder(folder.resolve("p"))
        .file("src/app.json", "{\"pages\":[\"a\"]}")
        .file("src/a.js", "")
        .file("web/node_modules/x/index.js", "")
        .file("node_modules/y/index.js", "")
        .file("project.config.json", "{\"miniprogramRoot\":\"src/\",\"setting\":" + setting + "}");
  }

  private List<NpmRelation> of(ProgramFolder program) throws ConfigProblems {
    return program.load().project().npm();
  }

  private static String list(boolean byHand, String manifest, String built) {
    return "{\"packNpmManually\":%s,\"packNpmRelationList\":[{\"packageJsonPath\":\"%s\","
            .formatted(byHand, manifest)
        + "\"miniprogramNpmDistDir\":\"%s\"}]}".formatted(built);
  }

  @Test
  void theListSaysWhichFolderIsBuiltWhere() throws Exception {
    ProgramFolder program = program(list(true, "./web/package.json", "./src/shop/"));
    assertEquals(List.of(new NpmRelation(program.path("web/node_modules"), "shop")), of(program));
  }

  @Test
  void theListCountsWhenNpmIsPackedByHandOnly() throws Exception {
    ProgramFolder program = program(list(false, "./web/package.json", "./src/"));
    assertEquals(List.of(new NpmRelation(program.path("node_modules"), "")), of(program));
  }

  @Test
  void nothingOutsideTheProjectCounts() throws Exception {
    new ProgramFolder(folder).file("node_modules/z/index.js", "");
    ProgramFolder program = program(list(true, "../package.json", "./src/"));
    program.file("src/package.json", "{}");
    assertEquals(List.of(), of(program));
  }

  @Test
  void aPackageJsonBesideAppJsonNeedsNoMore() throws Exception {
    assertEquals(List.of(), of(program("{}").file("src/package.json", "{}")));
  }
}
