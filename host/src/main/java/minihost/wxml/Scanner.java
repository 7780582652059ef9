package minihost.wxml;

import java.util.function.IntPredicate;

/** Goes through the text of one file. */
final class Scanner {
  private final String file;
  private final String text;
  private int at;
  private int line = 1; // the last one that somebody asked the place of
  private int lineStart;

  Scanner(String file, String text) {
    this.file = file;
    this.text = text;
  }

  int position() {
    return at;
  }

  void moveTo(int position) {
    at = position;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  /** The next character, or 0 at the end. */
  char peek() {
    return peek(0);
  }

  char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
  }

  char next() {
    return text.charAt(at++);
  }

  boolean looksAt(String words) {
    return text.startsWith(words, at);
  }

  /** Takes these words if they are next. */
  boolean take(String words) {
    if (!looksAt(words)) return false;
    at += words.length();
    return true;
  }

  String takeWhile(IntPredicate fits) {
    int from = at;
    while (!atEnd() && fits.test(text.charAt(at))) at++;
    return text.substring(from, at);
  }

  void skipBlanks() {
    takeWhile(Character::isWhitespace);
  }

  /**
   * Takes what comes before these words, and the words.
   *
   * @param missing what is said when they do not come
   */
  String takeUntil(String words, String missing) throws WxmlException {
    int end = text.indexOf(words, at);
    if (end < 0) throw error(at, missing, "close it with " + words);
    String taken = text.substring(at, end);
    at = end + words.length();
    return taken;
  }

  String since(int from) {
    return text.substring(from, at);
  }

  Place place(int position) {
    if (position < lineStart) {
      line = 1;
      lineStart = 0;
    }
    for (int i = text.indexOf('\n', lineStart);
        i >= 0 && i < position;
        i = text.indexOf('\n', lineStart)) {
      line++;
      lineStart = i + 1;
    }
    return new Place(file, line, position - lineStart + 1);
  }

  WxmlException error(int position, String why, String fix) {
    return new WxmlException(place(position), why, fix);
  }
}
