package minihost.module;

/** Looks at JavaScript text without parsing it: words, white space and comments. */
final class Words {
  private Words() {}

  /**
   * Whether {@code import} or {@code export} occurs as a word of its own. It may stand in a comment
   * or a string, so a yes only means that the file has to be parsed; a no is certain.
   */
  static boolean mayBeModule(String source) {
    return contains(source, "import") || contains(source, "export");
  }

  private static boolean contains(String source, String word) {
    for (int at = source.indexOf(word); at >= 0; at = source.indexOf(word, at + 1)) {
      boolean begins =
          at == 0 || !isNamePart(source.charAt(at - 1)) && source.charAt(at - 1) != '.';
      if (begins && wordAt(source, at, word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether {@code word} stands at this offset and ends there. */
  static boolean wordAt(String source, int at, String word) {
    int end = at + word.length();
    return source.startsWith(word, at)
        && (end == source.length() || !isNamePart(source.charAt(end)));
  }

  /** The offset of the first character that is neither white space nor part of a comment. */
  static int skipBlanks(String source, int from) {
    int at = from;
    while (at < source.length()) {
      if (source.startsWith("/*", at)) {
        at = end(source, "*/", at + 2);
      } else if (source.startsWith("//", at)) {
        at = end(source, "\n", at + 2);
      } else if (isBlank(source.charAt(at))) {
        at++;
      } else {
        break;
      }
    }
    return at;
  }

  private static int end(String source, String mark, int from) {
    int at = source.indexOf(mark, from);
    return at < 0 ? source.length() : at + mark.length();
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
  }

  /** Whether a character can continue an identifier; surrogates count, as does a unicode escape. */
  static boolean isNamePart(char c) {
    return Character.isUnicodeIdentifierPart(c)
        || c == '$'
        || Character.isSurrogate(c)
        || c == '\\';
  }
}
