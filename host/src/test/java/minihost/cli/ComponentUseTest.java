package minihost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import minihost.host.NodeModules;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Libraries of components in the hands of a person: programs with tests of their own, in {@code
 * programs/}, as an author would write them.
 */
@Timeout(240)
class ComponentUseTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"vant, @vant/weapp", "tdesign, tdesign-miniprogram"})
  void componentsDoWhatTheirDocumentsSay(String program, String library) throws Exception {
    NodeModules.copy(library, folder);
    Path from = Path.of(ComponentUseTest.class.getResource("/programs/" + program).toURI());
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        Path to = folder.resolve(from.relativize(path).toString());
        Files.createDirectories(to.getParent());
        Files.copy(path, to);
      }
    }
    CommandLineRun run = CommandLineRun.of("test", folder.toString(), "--timeout", "60000");
    assertEquals(0, run.exit(), run.out() + run.err());
  }
}
