package minihost.jstest;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of the test files, for one of several machines: every file is in exactly one of them.
 *
 * @param number from 1
 * @param count of parts, from 1
 */
public record Shard(int number, int count) {
  static final Shard WHOLE = new Shard(1, 1);

  public Shard {
    if (number < 1 || number > count)
      throw new IllegalArgumentException(
          number + "/" + count + " is no part of a whole; write for example 1/4");
  }

  /**
   * @param text such as {@code 1/4}
   * @throws IllegalArgumentException saying what is wrong
   */
  public static Shard of(String text) {
    if (!text.matches("\\d{1,6}/\\d{1,6}"))
      throw new IllegalArgumentException("\"" + text + "\" is no part such as 1/4");
    int slash = text.indexOf('/');
    return new Shard(
        Integer.parseInt(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
  }

  /** Every n-th, so that a folder of slow files does not fall to one machine. */
  <T> List<T> of(List<T> files) {
    List<T> part = new ArrayList<>();
    for (int i = number - 1; i < files.size(); i += count) part.add(files.get(i));
    return part;
  }
}
