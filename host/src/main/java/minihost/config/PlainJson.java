package minihost.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import minihost.reason.Origin;

/** Reads JSON that is our own, as the tables of {@code wx} have it. */
public final class PlainJson {
  private PlainJson() {}

  /**
   * @param text an object
   * @return its members as plain data, numbers as doubles
   */
  public static Map<String, Object> object(String text) {
    try {
      if (JsonReader.value(text, Origin.BUILT_IN) instanceof Json.Obj object)
        return AnswersReader.members(object);
      throw new IllegalArgumentException("no JSON object: " + text);
    } catch (IOException e) {
      throw new UncheckedIOException("no JSON: " + text, e);
    }
  }
}
