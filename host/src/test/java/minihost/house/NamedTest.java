package minihost.house;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A test method as its source has it.
 *
 * @param comment what stands behind {@code //} on the line of its annotation
 */
record NamedTest(String file, String method, String comment) {
  private static final Pattern ANNOTATION =
      Pattern.compile("\\s+@(?:Test|ParameterizedTest|RepeatedTest)\\b[^/]*(?://\\s*(.*))?");
  private static final Pattern METHOD = Pattern.compile("\\s+(?:public |static )*void (\\w+)\\(.*");

  /** Those that run: disabled ones do not count. */
  static List<NamedTest> all() {
    return House.javaSources("test").stream().flatMap(file -> in(file).stream()).toList();
  }

  private static List<NamedTest> in(Path file) {
    String name = file.getFileName().toString().replace(".java", "");
    return in(name, House.text(file).lines().toList());
  }

  static List<NamedTest> in(String file, List<String> lines) {
    List<NamedTest> found = new ArrayList<>();
    if (lines.stream().anyMatch(line -> line.startsWith("@Disabled"))) return found;
    StringBuilder comment = null;
    boolean disabled = false;
    boolean commentGoesOn = false;
    for (String line : lines) {
      Matcher annotation = ANNOTATION.matcher(line);
      Matcher method = METHOD.matcher(line);
      if (line.isBlank()) disabled = false;
      if (line.strip().startsWith("@Disabled")) disabled = true;
      if (annotation.matches()) {
        String text = annotation.group(1);
        comment = new StringBuilder(text == null ? "" : text);
        commentGoesOn = text != null;
      } else if (comment != null && commentGoesOn && line.strip().startsWith("//")) {
        comment.append(' ').append(line.strip().substring(2).strip());
      } else if (comment != null && method.matches()) {
        if (!disabled) found.add(new NamedTest(file, method.group(1), comment.toString()));
        comment = null;
      } else commentGoesOn = false;
    }
    return found;
  }

  @Override
  public String toString() {
    return file + "." + method;
  }
}
