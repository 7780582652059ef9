package minihost.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import minihost.reason.Origin;

/**
 * Reads typed fields of one JSON object; a field of another type is reported and counts as absent.
 */
final class Fields {
  private final Json.Obj object;
  private final Problems problems;

  Fields(Json.Obj object, Problems problems) {
    this.object = object;
    this.problems = problems;
  }

  Problems problems() {
    return problems;
  }

  Origin origin() {
    return object.origin();
  }

  /** Every member, by name. */
  Map<String, Json> all() {
    return object.members();
  }

  Optional<Json> get(String key) {
    return Optional.ofNullable(object.members().get(key));
  }

  /** The path of a field of this object, as messages name it. */
  String path(String key) {
    return origin().key().isEmpty() ? key : origin().key() + "." + key;
  }

  Optional<Setting<String>> text(String key, String example) {
    Json value = object.members().get(key);
    if (value instanceof Json.Text text)
      return Optional.of(new Setting<>(text.value(), text.origin()));
    if (value != null) problems.wrongType(value, "a string", example);
    return Optional.empty();
  }

  Optional<Setting<Boolean>> flag(String key) {
    Json value = object.members().get(key);
    if (value instanceof Json.Flag flag)
      return Optional.of(new Setting<>(flag.value(), flag.origin()));
    if (value != null) problems.wrongType(value, "true or false", "true or false");
    return Optional.empty();
  }

  boolean flag(String key, boolean absent) {
    return flag(key).map(Setting::value).orElse(absent);
  }

  /** A whole number from {@code min} to {@code max}. */
  Setting<Integer> number(String key, int min, int max, int absent) {
    Json value = object.members().get(key);
    if (value == null) return Setting.builtIn(absent);
    String range = "a whole number from " + min + " to " + max;
    if (!(value instanceof Json.Num number)) {
      problems.wrongType(value, range, "for example " + absent);
    } else if (number.value().stripTrailingZeros().scale() > 0
        || number.value().compareTo(BigDecimal.valueOf(min)) < 0
        || number.value().compareTo(BigDecimal.valueOf(max)) > 0) {
      problems.problem(
          ConfigCode.OUT_OF_RANGE,
          value.origin(),
          value.origin().key(),
          range,
          value.shown(),
          "for example " + absent);
    } else {
      return new Setting<>(number.value().intValueExact(), value.origin());
    }
    return Setting.builtIn(absent);
  }

  /** A constant written in lower case, or as the enum's {@code toString} gives it. */
  <E extends Enum<E>> Setting<E> word(String key, E absent) {
    Json value = object.members().get(key);
    if (value == null) return Setting.builtIn(absent);
    List<E> all = List.of(absent.getDeclaringClass().getEnumConstants());
    String words =
        all.stream().map(Fields::word).map(Fields::quote).collect(Collectors.joining(", "));
    if (!(value instanceof Json.Text text)) {
      problems.wrongType(value, "one of " + words, quote(word(absent)));
      return Setting.builtIn(absent);
    }
    for (E e : all) if (word(e).equals(text.value())) return new Setting<>(e, text.origin());
    String near =
        Suggestion.nearest(text.value(), all.stream().map(Fields::word).toList())
            .orElse(word(absent));
    problems.problem(
        ConfigCode.UNKNOWN_VALUE,
        text.origin(),
        text.origin().key(),
        text.shown(),
        words,
        "for example " + quote(near));
    return Setting.builtIn(absent);
  }

  static String word(Enum<?> constant) {
    return constant instanceof Device.NetworkType type
        ? type.wxName()
        : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String quote(String text) {
    return '"' + text + '"';
  }

  /** The fields of an object, of an empty one when it is absent or no object. */
  Fields object(String key) {
    return object(key, "{ … }").orElseGet(() -> nothing(key));
  }

  Optional<Fields> object(String key, String example) {
    Json value = object.members().get(key);
    if (value instanceof Json.Obj inner) return Optional.of(new Fields(inner, problems));
    if (value != null) problems.wrongType(value, "an object", example);
    return Optional.empty();
  }

  private Fields nothing(String key) {
    Origin nowhere = new Origin(Origin.BUILT_IN.file(), 0, path(key));
    return new Fields(new Json.Obj(nowhere, Map.of()), problems);
  }

  Optional<Json.Arr> array(String key, String example) {
    Json value = object.members().get(key);
    if (value instanceof Json.Arr array) return Optional.of(array);
    if (value != null) problems.wrongType(value, "an array", example);
    return Optional.empty();
  }

  /** The strings of an array; items of other types are reported and left out. */
  List<Json.Text> texts(Json.Arr array, String example) {
    List<Json.Text> texts = new ArrayList<>();
    for (Json item : array.items())
      if (item instanceof Json.Text text) texts.add(text);
      else problems.wrongType(item, "a string", example);
    return texts;
  }

  Map<String, Json> members() {
    return object.members();
  }

  /** Refuses keys that are not allowed: a misspelt rule must not look obeyed. */
  void refuseUnknown(Collection<String> allowed) {
    unknown(allowed, problems::problem);
  }

  /** Mentions keys that are not allowed: a newer WeChat may know them. */
  void mentionUnknown(Collection<String> allowed) {
    unknown(allowed, problems::warning);
  }

  /** A value as messages quote it: below httpdns it may be a secret, also under a wrong key. */
  static String shown(String path, String value) {
    return path.startsWith("httpdns") ? "not shown" : value;
  }

  private void unknown(Collection<String> allowed, Report report) {
    String section = origin().key().isEmpty() ? origin().file() : origin().key();
    object
        .members()
        .forEach(
            (key, value) -> {
              if (!allowed.contains(key))
                report.add(
                    ConfigCode.UNKNOWN_KEY,
                    value.origin(),
                    path(key),
                    section,
                    shown(path(key), value.shown()),
                    Keys.advice(key, allowed));
            });
  }

  private interface Report {
    void add(ConfigCode code, Origin origin, Object... args);
  }
}
