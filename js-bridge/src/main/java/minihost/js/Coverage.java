package minihost.js;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import minihost.module.Instrumenter;
import minihost.module.ModuleFile;
import minihost.module.Probes;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/**
 * How often the statements, functions and branches of programs ran, over any number of runs. The
 * places are found by acorn, a JavaScript parser, in a Context of its own. Thread-safe.
 */
public final class Coverage implements Instrumenter, AutoCloseable {
  private static final String VERSION = "probes 1 acorn 8.19.0";

  /**
   * A file of which something is known.
   *
   * @param words what the counters stand for, see {@link Probes}
   * @param counts one per counter
   */
  public record Counted(String words, long[] counts) {}

  private final Predicate<String> wanted;
  private final Map<String, Places> known =
      new HashMap<>(); // by code; guarded by this, as the next
  private final Map<Path, Counted> files = new TreeMap<>();
  private Context context;
  private Value probes;

  /**
   * @param wanted whether a file is counted, by its path from the folder that holds app.json
   */
  public Coverage(Predicate<String> wanted) {
    this.wanted = wanted;
  }

  @Override
  public String version() {
    return VERSION;
  }

  @Override
  public boolean wants(ModuleFile file) {
    return wanted.test(file.id());
  }

  @Override
  public synchronized Places places(String id, String js) {
    return known.computeIfAbsent(js, this::find);
  }

  private Places find(String js) {
    if (context == null) {
      context = JsEngine.newContext();
      probes = context.eval(JsEngine.resource(Coverage.class, "probes.js")).getMember("probes");
    }
    try {
      return read(probes.execute(js));
    } catch (PolyglotException e) {
      return Places.none();
    }
  }

  private static Places read(Value made) {
    String words = made.getMember("probes").asString();
    if (words.isEmpty()) return Places.none();
    Value inserts = made.getMember("inserts");
    List<Insertion> insertions = new ArrayList<>();
    for (long i = 0; i < inserts.getArraySize(); i++) {
      Value insert = inserts.getArrayElement(i);
      insertions.add(
          new Insertion(insert.getArrayElement(0).asInt(), insert.getArrayElement(1).asString()));
    }
    return new Places(insertions, new Probes(made.getMember("name").asString(), words));
  }

  /**
   * Adds a run's counts of a file.
   *
   * @param counts numbers, one per counter; none for a file that was never loaded
   */
  public synchronized void add(Path file, Probes probes, List<?> counts) {
    if (probes.isEmpty()) return;
    Counted sum = files.get(file);
    if (sum == null || !sum.words.equals(probes.words())) {
      sum = new Counted(probes.words(), new long[probes.count()]);
      files.put(file, sum);
    }
    for (int i = 0; i < Math.min(counts.size(), sum.counts.length); i++)
      if (counts.get(i) instanceof Number n) sum.counts[i] += n.longValue();
  }

  /** What is known, by the real path of the file. */
  public synchronized Map<Path, Counted> files() {
    return new TreeMap<>(files);
  }

  @Override
  public synchronized void close() {
    if (context == null) return;
    context.close(true);
    context = null;
  }
}
