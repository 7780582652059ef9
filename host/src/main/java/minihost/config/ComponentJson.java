package minihost.config;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import minihost.reason.Origin;
import minihost.reason.Reason;

/**
 * What this host reads of the JSON beside a page or a component.
 *
 * @param usingComponents tag to the component's path as written
 * @param generics {@code componentGenerics}: name to the default component, if it has one
 * @param placeholders {@code componentPlaceholder}: tag to the tag that stands for it
 * @param problems what is wrong with the file; the rest of it counts
 */
public record ComponentJson(
    Map<String, Setting<String>> usingComponents,
    Map<String, Optional<Setting<String>>> generics,
    Map<String, String> placeholders,
    List<Reason> problems) {
  public static final ComponentJson NONE =
      new ComponentJson(Map.of(), Map.of(), Map.of(), List.of());

  /**
   * @param file as messages name it, {@code pages/index/index.json}
   */
  public static ComponentJson read(String file, String text) {
    if (text.isBlank()) return NONE;
    Problems problems = new Problems();
    try {
      Optional<Json.Obj> object = JsonFiles.object(text, file, (first, again) -> {}, problems);
      if (object.isPresent()) return read(object.get(), problems);
    } catch (IOException e) {
      problems.problem(ConfigCode.UNREADABLE, new Origin(file, 0, ""), file, e.getMessage());
    }
    return new ComponentJson(Map.of(), Map.of(), Map.of(), problems.all());
  }

  private static ComponentJson read(Json.Obj object, Problems problems) {
    Fields fields = new Fields(object, problems);
    Map<String, Setting<String>> using = texts(fields.object("usingComponents"));
    Map<String, String> placeholders = new LinkedHashMap<>();
    texts(fields.object("componentPlaceholder")).forEach((k, v) -> placeholders.put(k, v.value()));
    Fields generic = fields.object("componentGenerics");
    Map<String, Optional<Setting<String>>> generics = new LinkedHashMap<>();
    generic.members().forEach((name, value) -> generics.put(name, byDefault(value, problems)));
    return new ComponentJson(using, generics, placeholders, problems.all());
  }

  private static Map<String, Setting<String>> texts(Fields section) {
    Map<String, Setting<String>> texts = new LinkedHashMap<>();
    for (String name : section.members().keySet())
      section.text(name, "\"path/of/it\"").ifPresent(text -> texts.put(name, text));
    return texts;
  }

  /** A generic is {@code true}, or an object with its default. */
  private static Optional<Setting<String>> byDefault(Json value, Problems problems) {
    return value instanceof Json.Obj object
        ? new Fields(object, problems).text("default", "\"path/of/it\"")
        : Optional.empty();
  }
}
