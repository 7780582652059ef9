package minihost.module;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The counters of a file.
 *
 * @param name of the array of counters in the code; none of the author's names
 * @param words what they stand for, in their order, separated by blanks: {@code S3} a statement
 *     that begins in line 3, {@code F3:name} a function, {@code B3:2} a branch with two ways, which
 *     has two counters. Empty when the file is not counted
 */
public record Probes(String name, String words) {
  public static final Probes NONE = new Probes("", "");

  private static final Pattern WAYS = Pattern.compile("(?:^| )B\\d+:(\\d+)");

  public boolean isEmpty() {
    return words.isEmpty();
  }

  /** How many counters there are. */
  public int count() {
    if (isEmpty()) return 0;
    int count = words.split(" ").length;
    Matcher ways = WAYS.matcher(words);
    while (ways.find()) count += Integer.parseInt(ways.group(1)) - 1;
    return count;
  }

  /** In one line; {@link #parse} reads it. */
  String format() {
    return isEmpty() ? "" : name + " " + words;
  }

  static Probes parse(String line) {
    int blank = line.indexOf(' ');
    return blank < 0 ? NONE : new Probes(line.substring(0, blank), line.substring(blank + 1));
  }
}
