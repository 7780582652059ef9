package minihost.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import minihost.reason.Origin;

/**
 * Reads one JSON text into a {@link Json} tree. Comments and trailing commas are allowed, as the
 * WeChat tools allow them. Streaming, since data binding would triple the cost at start-up.
 */
final class JsonReader {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  private final String file;
  private final boolean lines;
  private final BiConsumer<Origin, Origin> twice;
  private final JsonParser parser;

  private JsonReader(
      JsonParser parser, String file, boolean lines, BiConsumer<Origin, Origin> twice) {
    this.parser = parser;
    this.file = file;
    this.lines = lines;
    this.twice = twice;
  }

  /**
   * The tree of a file's text.
   *
   * @param twice told of a key written twice in one object: where first, where again (which wins)
   * @throws com.fasterxml.jackson.core.JsonProcessingException with line and column
   */
  static Json file(String text, String file, BiConsumer<Origin, Origin> twice) throws IOException {
    return read(text, file, "", true, twice);
  }

  /** The tree of a value given outside a file, such as on the command line; it has no lines. */
  static Json value(String text, Origin origin) throws IOException {
    return read(text, origin.file(), origin.key(), false, (first, again) -> {});
  }

  private static Json read(
      String text, String file, String path, boolean lines, BiConsumer<Origin, Origin> twice)
      throws IOException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      JsonReader reader = new JsonReader(parser, file, lines, twice);
      parser.nextToken();
      Json root = reader.value(path);
      if (parser.nextToken() != null)
        throw new com.fasterxml.jackson.core.JsonParseException(
            parser, "Unexpected text after the end of the value", parser.currentTokenLocation());
      return root;
    }
  }

  private Json value(String path) throws IOException {
    Origin origin = here(path);
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(origin, path);
      case START_ARRAY -> array(origin, path);
      case VALUE_STRING -> new Json.Text(origin, parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(origin, parser.getDecimalValue());
      case VALUE_TRUE -> new Json.Flag(origin, true);
      case VALUE_FALSE -> new Json.Flag(origin, false);
      case VALUE_NULL -> new Json.Null(origin);
      default -> throw new IllegalStateException("token " + parser.currentToken());
    };
  }

  private Json object(Origin origin, String path) throws IOException {
    Map<String, Json> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      Json value = value(path.isEmpty() ? key : path + "." + key);
      Json first = members.put(key, value);
      if (first != null) twice.accept(first.origin(), value.origin());
    }
    return new Json.Obj(origin, members);
  }

  private Json array(Origin origin, String path) throws IOException {
    List<Json> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY)
      items.add(value(path + "[" + items.size() + "]"));
    return new Json.Arr(origin, items);
  }

  private Origin here(String path) {
    return new Origin(file, lines ? parser.currentTokenLocation().getLineNr() : 0, path);
  }
}
