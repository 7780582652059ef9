package minihost.js;

/** Leads from columns of code that runs to those of the file it was made from. */
@FunctionalInterface
public interface Columns {
  /** The column in the file; 0 when the place is not in the file. All count from 1. */
  int original(String file, int line, int column);
}
