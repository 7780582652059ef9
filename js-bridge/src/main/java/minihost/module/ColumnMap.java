package minihost.module;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a column of rewritten code was in the author's file. Lines never move, so only columns
 * right of an edit need correcting.
 *
 * <p>A shift says: on this line, from this column of the rewritten code on, the author's column is
 * so many characters less. Lines and columns count from 1.
 */
public record ColumnMap(List<Shift> shifts) {
  /** No edits: every column is the author's. */
  public static final ColumnMap NONE = new ColumnMap(List.of());

  /** One shift; those of a file are sorted by line, then column. */
  public record Shift(int line, int column, int delta) {}

  public ColumnMap {
    shifts = List.copyOf(shifts);
  }

  /** The author's column for a position in the rewritten code; at least 1. */
  public int original(int line, int column) {
    int delta = 0;
    for (Shift shift : shifts) {
      if (shift.line > line || (shift.line == line && shift.column > column)) {
        break;
      }
      delta = shift.line == line ? shift.delta : 0;
    }
    return Math.max(1, column - delta);
  }

  /** The column in the rewritten code for a position in the author's, at least 1. */
  public int rewritten(int line, int column) {
    int found = column;
    for (Shift shift : shifts)
      if (shift.line == line && column + shift.delta >= shift.column) found = column + shift.delta;
    return Math.max(1, found);
  }

  /** Numbers separated by spaces, three per shift; {@link #parse} reads them. */
  String format() {
    return shifts.stream()
        .map(s -> s.line + " " + s.column + " " + s.delta)
        .collect(Collectors.joining(" "));
  }

  static ColumnMap parse(String text) {
    int[] numbers =
        text.isEmpty()
            ? new int[0]
            : Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
    List<Shift> shifts = new ArrayList<>();
    for (int i = 0; i + 2 < numbers.length; i += 3) {
      shifts.add(new Shift(numbers[i], numbers[i + 1], numbers[i + 2]));
    }
    return new ColumnMap(shifts);
  }
}
