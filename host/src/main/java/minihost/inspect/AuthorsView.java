package minihost.inspect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import minihost.js.Inspection.Original;

/**
 * The protocol as the author of a program should see it: texts and columns of the files that were
 * written, not of what was made of them. Lines are the same in both. Any thread.
 */
final class AuthorsView {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Function<String, Optional<Original>> originals; // by URL
  private final Map<String, String> urls = new ConcurrentHashMap<>(); // by script

  AuthorsView(Function<String, Optional<Original>> originals) {
    this.originals = originals;
  }

  /** What the debugger says, for the client. */
  String ofMessage(String message) {
    JsonNode whole = read(message);
    JsonNode parameters = whole.path("params");
    addresses(whole);
    if (whole.path("method").asText().equals("Debugger.scriptParsed")) parsed(parameters);
    else columns(whole);
    return whole.toString();
  }

  /** The answer to what only we can answer. */
  Optional<String> ofRequest(String message) {
    JsonNode request = read(message);
    if (!request.path("method").asText().equals("Debugger.getScriptSource"))
      return Optional.empty();
    return original(request.path("params").path("scriptId").asText())
        .map(
            original -> {
              ObjectNode answer = JSON.createObjectNode();
              answer.set("id", request.path("id"));
              answer.putObject("result").put("scriptSource", original.text());
              return answer.toString();
            });
  }

  /** What the client says, for the debugger. */
  String toCode(String message) {
    JsonNode request = read(message);
    JsonNode parameters = request.path("params");
    if (parameters.has("url") && parameters.has("lineNumber"))
      running(parameters, originals.apply(parameters.path("url").asText()));
    for (String key : List.of("url", "urlRegex"))
      if (parameters.has(key))
        ((ObjectNode) parameters).put(key, javas(parameters.path(key).asText()));
    for (String place : List.of("location", "start", "end"))
      running(parameters.path(place), original(parameters.path(place).path("scriptId").asText()));
    return request.toString();
  }

  private void parsed(JsonNode script) {
    String url = script.path("url").asText();
    urls.put(script.path("scriptId").asText(), url);
    originals.apply(url).ifPresent(original -> resize((ObjectNode) script, original.text()));
  }

  private static void resize(ObjectNode script, String text) {
    int lastLine = text.lastIndexOf('\n') + 1;
    script.put("endLine", (int) text.chars().filter(c -> c == '\n').count());
    script.put("endColumn", text.length() - lastLine);
    script.put("length", text.length());
    script.put("sourceMapURL", "");
  }

  /** Java writes the URL of a file with one slash, everyone else with three. */
  private static String javas(String url) {
    return url.replace("\\/\\/\\/", "\\/").replace("///", "/");
  }

  private static void addresses(JsonNode node) {
    String url = node.path("url").asText();
    if (url.startsWith("file:/") && !url.startsWith("file://"))
      ((ObjectNode) node).put("url", "file://" + url.substring("file:".length()));
    node.forEach(AuthorsView::addresses);
  }

  /** Every place in a message. */
  private void columns(JsonNode node) {
    if (node.has("scriptId") && node.has("lineNumber") && node.has("columnNumber"))
      original(node.path("scriptId").asText())
          .ifPresent(
              original ->
                  ((ObjectNode) node)
                      .put(
                          "columnNumber",
                          original.author(
                              node.path("lineNumber").asInt(), node.path("columnNumber").asInt())));
    node.forEach(this::columns);
  }

  private static void running(JsonNode place, Optional<Original> original) {
    if (original.isEmpty() || !place.has("lineNumber")) return;
    int line = place.path("lineNumber").asInt();
    int column = original.get().running(line, place.path("columnNumber").asInt(0));
    if (column > 0) ((ObjectNode) place).put("columnNumber", column);
  }

  private Optional<Original> original(String script) {
    return Optional.ofNullable(urls.get(script)).flatMap(originals);
  }

  private static JsonNode read(String message) {
    try {
      return JSON.readTree(message);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
