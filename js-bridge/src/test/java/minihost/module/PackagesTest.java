package minihost.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackagesTest {
  private static final Packages PACKAGES = new Packages(Map.of("shop", false, "solo", true));

  @TempDir Path root;

  @ParameterizedTest
  @CsvSource({
    "shop/a.js, shop/deep/b.js, true",
    "shop/a.js, lib.js, true",
    "shop/a.js, solo/b.js, false",
    "solo/a.js, solo/b.js, true",
    "solo/a.js, lib.js, false",
    "solo/a.js, miniprogram_npm/x/index.js, false",
    "solo/a.js, solo/miniprogram_npm/x/index.js, true",
    "solo/a.js, shop/b.js, false",
    "tests/a.test.js, shop/b.js, true",
    "shopping/a.js, solo/b.js, true",
  })
  void onePackageReachesWhatIsThereWithIt(String from, String id, boolean reaches) {
    assertEquals(reaches, PACKAGES.reaches(from, id));
  }

  @Test
  void aTreeGivesAtOnceOnlyWhatIsInReach() throws IOException {
    for (String file : new String[] {"shop/a.js", "solo/b.js"}) {
      Files.createDirectories(root.resolve(file).getParent());
      Files.writeString(root.resolve(file), "");
    }
    ModuleTree tree = new ModuleTree(root, Map.of()).delivered(PACKAGES);
    assertEquals(Optional.empty(), tree.atHand("shop/a.js", "../solo/b"));
    assertTrue(tree.resolve("shop/a.js", "../solo/b").isPresent());
    assertTrue(
        tree.missing("shop/a.js", "../solo/b")
            .endsWith(": it is in the subpackage solo, of which only require.async may have it"));
  }
}
