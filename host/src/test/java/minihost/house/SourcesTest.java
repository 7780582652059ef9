package minihost.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What every source file of the project keeps to. */
class SourcesTest {
  private static final int MAX_LINES = 400;

  /** Files that are longer, with the reason. */
  private static final Map<String, String> LONG = Map.of();

  private static final Pattern PRIVATE =
      Pattern.compile(
          "(?<![\\w./}*>-])/(?:work|root|home(?!/linuxbrew)|Users|tmp|mnt)/[\\w.-]+"
              + "|(?i)\\b(?:repo1?\\.maven|registry\\.npm|registry\\.yarn|artifactory\\.|nexus\\.)");

  @Test
  void aJavaFileIsOneIdea() {
    List<String> tooLong = new ArrayList<>();
    for (Path file : House.javaSources("main")) {
      long lines = House.text(file).lines().count();
      if (lines > MAX_LINES && !LONG.containsKey(House.name(file)))
        tooLong.add(House.name(file) + " has " + lines + " lines: find the two ideas in it");
    }
    assertEquals(List.of(), tooLong);
  }

  @Test
  void noFileNamesAMachineOrARegistry() {
    List<String> named = new ArrayList<>();
    for (Path file : texts()) {
      int number = 0;
      for (String line : House.text(file).split("\n")) {
        number++;
        Matcher m = PRIVATE.matcher(line);
        if (m.find())
          named.add(House.name(file) + ":" + number + " names " + m.group() + ": leave it out");
      }
    }
    assertEquals(List.of(), named);
  }

  /** Text that people wrote; the bundled compiler is not ours. */
  private static List<Path> texts() {
    String[] endings = {
      ".java",
      ".js",
      ".ts",
      ".json",
      ".md",
      ".xml",
      ".sh",
      ".cmd",
      ".ps1",
      ".yml",
      ".yaml",
      "run",
      "minihost",
      ".properties",
      ".toml"
    };
    return House.files("", endings).stream().filter(f -> !f.endsWith("sucrase.js")).toList();
  }
}
