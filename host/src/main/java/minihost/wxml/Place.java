package minihost.wxml;

/**
 * A point in a WXML file.
 *
 * @param file as the program names it, {@code pages/index/index.wxml}
 * @param line from 1
 * @param column from 1
 */
public record Place(String file, int line, int column) {
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
