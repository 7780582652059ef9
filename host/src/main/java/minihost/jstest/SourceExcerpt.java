package minihost.jstest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines around the place where something went wrong, with a mark, as Jest shows them. */
final class SourceExcerpt {
  private static final Pattern PLACE =
      Pattern.compile("([^()\\s][^()]*?):(\\d{1,9}):(\\d{1,9})\\)?$");
  private static final Pattern PACKAGE = Pattern.compile("(^|/)(miniprogram_npm|node_modules)/");
  private static final int AROUND = 2;

  /** A file of longer lines was made by a tool, and shows nobody anything. */
  private static final int MAX_WIDTH = 240;

  private static final long MAX_BYTES = 4 << 20;

  private SourceExcerpt() {}

  /**
   * Of the innermost frame that is the author's own, and no package's.
   *
   * @param root the folder that frames name files from
   * @param stack frames, a line each
   * @return empty when there is none, or its file cannot be shown
   */
  static String of(Path root, String stack) {
    for (String line : stack.lines().toList()) {
      Matcher place = PLACE.matcher(line.strip().replaceFirst("^at (.* \\()?", ""));
      if (!place.matches() || PACKAGE.matcher(place.group(1)).find()) continue;
      int at = Integer.parseInt(place.group(2));
      int column = Integer.parseInt(place.group(3));
      return lines(root, place.group(1)).map(all -> marked(all, at, column)).orElse("");
    }
    return "";
  }

  private static Optional<List<String>> lines(Path root, String id) {
    try {
      Path inside = root.toRealPath();
      Path file = inside.resolve(id).toRealPath();
      boolean shown =
          file.startsWith(inside) && Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES;
      return shown ? Optional.of(Files.readAllLines(file)) : Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static String marked(List<String> all, int at, int column) {
    if (at < 1 || at > all.size()) return "";
    int from = Math.max(1, at - AROUND);
    int to = Math.min(all.size(), at + AROUND);
    int width = String.valueOf(to).length();
    List<String> shown = new ArrayList<>();
    for (int i = from; i <= to; i++) {
      String line = all.get(i - 1);
      if (line.length() > MAX_WIDTH) return "";
      shown.add(row(i == at ? ">" : " ", String.valueOf(i), width, line));
      if (i == at) shown.add(row(" ", "", width, blanks(line, column - 1) + "^"));
    }
    return String.join("\n", shown);
  }

  private static String row(String mark, String number, int width, String text) {
    return (mark + " " + " ".repeat(width - number.length()) + number + " | " + text)
        .stripTrailing();
  }

  /** As wide as the beginning of the line, tabs included. */
  private static String blanks(String line, int count) {
    return line.substring(0, Math.min(count, line.length())).replaceAll("[^\\t]", " ");
  }
}
