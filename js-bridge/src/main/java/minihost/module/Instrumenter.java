package minihost.module;

import java.util.List;

/**
 * Finds the places of a program file that are counted when coverage is asked for. An interface
 * because the parser that does so is itself JavaScript. Any thread.
 */
public interface Instrumenter {
  /** Name and version, part of the cache key. */
  String version();

  /** Whether this file is counted. */
  boolean wants(ModuleFile file);

  /**
   * @param js the file without types, imports and exports still in it; {@link Places#NONE} when it
   *     does not parse, which the engine will say when the file runs
   */
  Places places(String id, String js);

  /** Text to put into the code. */
  record Insertion(int at, String text) {}

  /** Insertions in the order in which they follow one another, also at one place. */
  record Places(List<Insertion> insertions, Probes probes) {
    static final Places NONE = new Places(List.of(), Probes.NONE);

    public Places {
      insertions = List.copyOf(insertions);
    }

    /** For a file that is not counted. */
    public static Places none() {
      return NONE;
    }

    void apply(Edits edits) {
      for (Insertion insertion : insertions) edits.insert(insertion.at, insertion.text);
    }
  }
}
