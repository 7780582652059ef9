package minihost.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every Java file is as google-java-format writes it. */
class FormatTest {
  private static final String FIX =
      "mvn -q test -pl host -am -Dtest=FormatTest -Dsurefire.failIfNoSpecifiedTests=false"
          + " -Dformat.fix=true";

  /** Files and folders from the project's root, with commas; empty for all. */
  private static final List<String> ONLY =
      List.of(System.getProperty("format.only", "").split(","));

  private final Formatter formatter = new Formatter();

  @Test
  void everyJavaFileIsFormatted() throws IOException {
    boolean fix = Boolean.getBoolean("format.fix");
    List<String> wrong = new ArrayList<>();
    for (Path file : sources()) {
      String text = House.text(file).replace("\r\n", "\n");
      String formatted = formatted(text, file);
      if (text.equals(formatted)) continue;
      if (fix) Files.writeString(file, formatted);
      else wrong.add(House.name(file));
    }
    String names = wrong.stream().map(name -> "  " + name + "\n").collect(Collectors.joining());
    assertEquals("", names, "not formatted; to fix:\n  " + FIX + "\n");
  }

  private static List<Path> sources() {
    List<Path> all = new ArrayList<>(House.javaSources("main"));
    all.addAll(House.javaSources("test"));
    return all.stream()
        .filter(file -> ONLY.stream().anyMatch(House.name(file)::startsWith))
        .toList();
  }

  private String formatted(String text, Path file) {
    try {
      return formatter.formatSourceAndFixImports(text);
    } catch (FormatterException e) {
      throw new AssertionError(House.name(file) + " cannot be read: " + e.getMessage(), e);
    }
  }
}
