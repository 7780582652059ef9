package minihost.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import minihost.reason.Origin;

/**
 * What the environment and {@code --set} lay over the files, as a tree shaped like minihost.json
 * with {@code app} and {@code project} beside its sections.
 */
final class Layers {
  static final String CONFIG_VARIABLE = "MINIHOST_CONFIG";

  private static final String PREFIX = "MINIHOST_";
  private static final List<String> OF_THE_LAUNCHER =
      List.of(
          "MINIHOST_JAVA_HOME",
          "MINIHOST_JAVA_OPTS",
          "MINIHOST_CDS",
          "MINIHOST_CACHE",
          "MINIHOST_JIT");

  private final Problems problems;
  private Json.Obj tree = JsonFiles.none("--set");

  private Layers(Problems problems) {
    this.problems = problems;
  }

  /** Environment first, then {@code --set} in its order. */
  static Json.Obj read(Overrides overrides, Problems problems) {
    Layers layers = new Layers(problems);
    Map<String, String> ours = new TreeMap<>(overrides.environment());
    ours.keySet().removeIf(name -> !name.startsWith(PREFIX) || name.equals(CONFIG_VARIABLE));
    ours.keySet().removeAll(OF_THE_LAUNCHER);
    ours.forEach(layers::variable);
    overrides.sets().forEach(set -> layers.set("--set", set));
    overrides.later().forEach(set -> layers.set("the test", set));
    return layers.tree;
  }

  private void variable(String name, String text) {
    List<Key> scalars = Keys.ALL.stream().filter(k -> k.type().scalar()).toList();
    Optional<Key> key = scalars.stream().filter(k -> k.variable().equals(name)).findFirst();
    if (key.isEmpty())
      problems.warning(
          ConfigCode.UNKNOWN_VARIABLE,
          new Origin(name, 0, ""),
          name,
          Suggestion.nearest(name, scalars.stream().map(Key::variable).toList())
              .map(near -> "did you mean " + near + "?")
              .orElse("unset it"));
    else if (!text.isEmpty()) lay(key.get(), new Origin(name, 0, key.get().path()), text);
  }

  private void set(String by, String argument) {
    int equals = argument.indexOf('=');
    if (equals < 1) {
      problems.problem(ConfigCode.BAD_SET, Origin.of(by, ""), Fields.quote(argument));
      return;
    }
    String path = argument.substring(0, equals).strip();
    String text = argument.substring(equals + 1);
    Origin origin = Origin.of(by, path);
    Optional<Key> key = Keys.find(path);
    if (key.isPresent()) lay(key.get(), origin, text);
    else
      problems.problem(
          ConfigCode.UNKNOWN_KEY,
          origin,
          path,
          by,
          Fields.shown(path, Fields.quote(text)),
          advice(path));
  }

  private static String advice(String path) {
    List<String> paths = Keys.ALL.stream().map(Key::path).toList();
    return Suggestion.nearest(path, paths)
        .map(near -> "did you mean \"" + near + "\"?")
        .orElseGet(() -> Keys.advice(path, paths));
  }

  private void lay(Key key, Origin origin, String text) {
    try {
      tree = tree.with(branch(key, value(key.type(), origin, text.strip())));
    } catch (JsonProcessingException e) {
      problems.problem(
          ConfigCode.BROKEN_JSON,
          origin,
          Fields.shown(key.path(), Fields.quote(text)),
          e.getLocation().getColumnNr(),
          JsonErrors.said(e));
    }
  }

  /** A word is taken as written, so that {@code account.version=12} needs no quotes. */
  private static Json value(Key.Type type, Origin origin, String text)
      throws JsonProcessingException {
    boolean json = type != Key.Type.WORD || text.startsWith("\"") || text.equals("null");
    if (!json) return new Json.Text(origin, text);
    try {
      return JsonReader.value(text, origin);
    } catch (JsonProcessingException e) {
      if (!text.isEmpty() && "[{\"".indexOf(text.charAt(0)) >= 0) throw e;
      return new Json.Text(origin, text);
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be read", e);
    }
  }

  private static Json.Obj branch(Key key, Json leaf) {
    if (key.parent().isEmpty() || key.path().startsWith(Keys.HOSTS + ".")) {
      boolean host = key.path().startsWith(Keys.HOSTS + ".");
      String name = host ? key.path().substring(Keys.HOSTS.length() + 1) : key.path();
      Json.Obj object = object(leaf.origin(), host ? Keys.HOSTS : "", name, leaf);
      return host ? object(leaf.origin(), "", Keys.HOSTS, object) : object;
    }
    Key parent = new Key(key.parent(), Key.Type.OBJECT);
    return branch(parent, object(leaf.origin(), key.parent(), key.name(), leaf));
  }

  private static Json.Obj object(Origin leaf, String path, String name, Json value) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put(name, value);
    return new Json.Obj(new Origin(leaf.file(), 0, path), members);
  }
}
