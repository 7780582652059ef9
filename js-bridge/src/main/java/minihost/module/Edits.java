package minihost.module;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Text edits of one source that keep every line where it is. Edits must not overlap. */
final class Edits {
  private record Edit(int from, int to, String text) {}

  private final String source;
  private final List<Edit> edits = new ArrayList<>();

  Edits(String source) {
    this.source = source;
  }

  void insert(int at, String text) {
    replace(at, at, text);
  }

  void replace(int from, int to, String text) {
    edits.add(new Edit(from, to, text));
  }

  /** Puts {@code text} at the beginning of the range and spaces over the rest of it. */
  void blank(int from, int to, String text) {
    StringBuilder blank = new StringBuilder(text);
    int column = text.length();
    for (int i = from; i < to; i++) {
      char c = source.charAt(i);
      if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
        blank.append(c);
        column = 0;
      } else if (column > 0) {
        column--;
      } else {
        blank.append(' ');
      }
    }
    replace(from, to, blank.toString());
  }

  /** The edited text, and the map of its columns. */
  Edited apply() {
    // The sort is stable: insertions at one place stay in the order they were made.
    edits.sort(Comparator.comparingInt(Edit::from));
    StringBuilder out = new StringBuilder(source.length() + 256);
    List<ColumnMap.Shift> shifts = new ArrayList<>();
    int line = 1;
    int counted = 0;
    int done = 0;
    for (Edit edit : edits) {
      out.append(source, done, edit.from).append(edit.text);
      done = edit.to;
      for (; counted < done; counted++) {
        line += source.charAt(counted) == '\n' ? 1 : 0;
      }
      int column = out.length() - (out.lastIndexOf("\n") + 1);
      int was = done - (source.lastIndexOf('\n', done - 1) + 1);
      shifts.add(new ColumnMap.Shift(line, column + 1, column - was));
    }
    out.append(source, done, source.length());
    return new Edited(out.toString(), new ColumnMap(shifts));
  }

  /** Rewritten text with the way back to the author's columns. */
  record Edited(String code, ColumnMap columns) {}
}
