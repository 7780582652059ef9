package minihost.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code answers} of minihost.json: what functions of {@code wx} answer, by name. */
final class AnswersReader {
  private AnswersReader() {}

  static Map<String, Setting<Map<String, Object>>> read(Fields answers) {
    Map<String, Setting<Map<String, Object>>> all = new LinkedHashMap<>();
    answers
        .all()
        .forEach(
            (name, value) -> {
              if (value instanceof Json.Obj answer)
                all.put(name, new Setting<>(members(answer), answer.origin()));
              else answers.problems().wrongType(value, "an object", "{ \"confirm\": true }");
            });
    return Collections.unmodifiableMap(all);
  }

  static Map<String, Object> members(Json.Obj object) {
    Map<String, Object> plain = new LinkedHashMap<>();
    object.members().forEach((key, value) -> plain.put(key, plain(value)));
    return Collections.unmodifiableMap(plain);
  }

  private static Object plain(Json value) {
    return switch (value) {
      case Json.Obj object -> members(object);
      case Json.Arr array -> {
        List<Object> items = new ArrayList<>();
        array.items().forEach(item -> items.add(plain(item)));
        yield Collections.unmodifiableList(items);
      }
      case Json.Text text -> text.value();
      case Json.Num number -> number.value().doubleValue();
      case Json.Flag flag -> flag.value();
      case Json.Null _ -> null;
    };
  }
}
