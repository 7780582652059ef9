package minihost.wxml;

import java.util.ArrayDeque;
import java.util.Deque;

/** How files of a program name one another. */
public final class Paths {
  private Paths() {}

  /**
   * The path, from the program's root, of what the file {@code from} calls {@code name}. A leading
   * slash is the root; nothing leads above it.
   */
  public static String resolve(String from, String name) {
    Deque<String> parts = new ArrayDeque<>();
    String whole = name.startsWith("/") ? name : folder(from) + "/" + name;
    for (String part : whole.split("/")) {
      if (part.equals("..")) parts.pollLast();
      else if (!part.isEmpty() && !part.equals(".")) parts.addLast(part);
    }
    return String.join("/", parts);
  }

  private static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
