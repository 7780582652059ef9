package minihost.dns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/** The JSON that providers speak. */
final class ProviderJson {
  private static final JsonMapper JSON = new JsonMapper();

  private ProviderJson() {}

  static Optional<JsonNode> object(String text) {
    try {
      return Optional.ofNullable(JSON.readTree(text)).filter(JsonNode::isObject);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** The name of the error in an answer, as {@code {"code": "InvalidAccount"}}; or empty. */
  static String errorName(String text) {
    return object(text).map(o -> o.path("code").asText("")).orElse("");
  }
}
