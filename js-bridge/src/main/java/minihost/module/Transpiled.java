package minihost.module;

/**
 * Code that is ready for the module wrapper, line for line that of the author.
 *
 * @param code the text to run
 * @param helper the name under which the code expects the helpers of {@code es-interop.js}; chosen
 *     so that it cannot be one of the author's names
 * @param strict whether the file was an ES module, which runs in strict mode without {@code this}
 * @param columns the way back to the author's columns
 * @param probes the counters in the code, if coverage was asked for
 */
public record Transpiled(
    String code, String helper, boolean strict, ColumnMap columns, Probes probes) {
  /** A file that runs as it is. */
  static Transpiled untouched(String source) {
    return new Transpiled(source, "$esm", false, ColumnMap.NONE, Probes.NONE);
  }

  /** A script in which nothing but insertions is new. */
  static Transpiled counted(String source, Instrumenter.Places places) {
    Edits edits = new Edits(source);
    places.apply(edits);
    Edits.Edited edited = edits.apply();
    return new Transpiled(edited.code(), "$esm", false, edited.columns(), places.probes());
  }

  Transpiled with(Probes made) {
    return new Transpiled(code, helper, strict, columns, made);
  }
}
