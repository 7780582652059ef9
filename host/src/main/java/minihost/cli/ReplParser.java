package minihost.cli;

import java.util.List;
import minihost.js.Interactive;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells JLine where an input ends, and what the word at the cursor is. */
final class ReplParser implements Parser {
  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    boolean accepting = context == ParseContext.ACCEPT_LINE || context == ParseContext.UNSPECIFIED;
    if (accepting && !CommandLoop.isCommand(line.strip()) && Interactive.isIncomplete(line))
      throw new EOFError(-1, cursor, "the input goes on");
    return new Line(line, cursor);
  }

  /** The word is what Tab replaces: letters back to a blank, a bracket or a dot of JavaScript. */
  record Line(String line, int cursor) implements CompletingParsedLine {
    private int start() {
      boolean command = CommandLoop.isCommand(line.stripLeading()) || line.strip().equals(".");
      int at = cursor;
      while (at > 0 && (command ? line.charAt(at - 1) != ' ' : isName(line.charAt(at - 1)))) at--;
      return at;
    }

    private static boolean isName(char c) {
      return Character.isJavaIdentifierPart(c);
    }

    /** What stands before the word. */
    String before() {
      return line.substring(0, start());
    }

    @Override
    public String word() {
      return line.substring(start(), cursor);
    }

    @Override
    public int wordCursor() {
      return word().length();
    }

    @Override
    public int wordIndex() {
      return before().isBlank() ? 0 : 1;
    }

    @Override
    public List<String> words() {
      return before().isBlank() ? List.of(word()) : List.of(before(), word());
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      return candidate;
    }

    @Override
    public int rawWordCursor() {
      return wordCursor();
    }

    @Override
    public int rawWordLength() {
      return wordCursor();
    }
  }
}
