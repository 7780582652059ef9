package minihost.module;

/**
 * A program file that does not parse; the position is the author's, not that of rewritten code.
 *
 * <p>The message has the form of the engine's own syntax errors: {@code file:line:column text},
 * then the line and a caret.
 */
public final class ModuleSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String id;
  private final int line;
  private final int column;

  /**
   * @param id the file
   * @param source its text, for the excerpt
   * @param line from 1
   * @param column from 1
   * @param problem one sentence without the position
   */
  public ModuleSyntaxException(String id, String source, int line, int column, String problem) {
    super(id + ":" + line + ":" + column + " " + problem + excerpt(source, line, column));
    this.id = id;
    this.line = line;
    this.column = column;
  }

  static ModuleSyntaxException at(String id, String source, int offset, String problem) {
    int start = 0;
    int line = 1;
    for (int i = 0; i < offset; i++) {
      if (source.charAt(i) == '\n') {
        line++;
        start = i + 1;
      }
    }
    return new ModuleSyntaxException(id, source, line, offset - start + 1, problem);
  }

  private static String excerpt(String source, int line, int column) {
    return source
        .lines()
        .skip(line - 1L)
        .findFirst()
        .filter(text -> text.length() < 200)
        .map(text -> "\n" + text + "\n" + " ".repeat(column - 1) + "^")
        .orElse("");
  }

  public String id() {
    return id;
  }

  /** The line, from 1. */
  public int line() {
    return line;
  }

  /** The column, from 1. */
  public int column() {
    return column;
  }
}
