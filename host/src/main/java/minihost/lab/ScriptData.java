package minihost.lab;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Requests and answers as the plain data that crosses to and from the routes file. */
final class ScriptData {
  private static final int SLOW = 1_024;

  /** The largest number of which JavaScript knows the next. */
  private static final long MOST = (1L << 53) - 1;

  private ScriptData() {}

  /** Header names in lower case; equal ones joined by a comma. A repeated query name is a list. */
  static Map<String, Object> request(LabRequest request) {
    Map<String, Object> headers = new LinkedHashMap<>();
    for (LabHeader h : request.headers())
      headers.merge(h.name().toLowerCase(Locale.ROOT), h.value(), (a, b) -> a + ", " + b);
    Map<String, Object> query = new LinkedHashMap<>();
    Percent.query(request.query())
        .forEach((name, all) -> query.put(name, all.size() == 1 ? all.getFirst() : all));
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("method", request.method());
    parts.put("origin", request.origin());
    parts.put("url", request.url());
    parts.put("path", request.path());
    parts.put("params", request.params());
    parts.put("query", query);
    parts.put("headers", headers);
    parts.put("body", request.text());
    parts.put("bytes", request.body());
    return parts;
  }

  /**
   * @param plain what lab.js made of a handler's answer
   * @throws IllegalArgumentException naming the field and the value that will not do
   */
  static Answer answer(Map<?, ?> plain) {
    Answer answer = Answer.of(200);
    for (Object line : (List<?>) plain.get("headers")) {
      List<?> pair = (List<?>) line;
      answer = answer.addHeader((String) pair.getFirst(), (String) pair.getLast());
    }
    if (plain.get("redirect") instanceof String to)
      answer = answer.status(302).header("location", to);
    if (plain.get("status") != null) answer = answer.status(integer(plain, "status"));
    answer = withBody(answer, plain);
    if (plain.get("delay") != null)
      answer = answer.delay(Duration.ofMillis(integer(plain, "delay")));
    if (plain.get("websocket") instanceof Map<?, ?> script)
      answer = answer.webSocketBy(script(script));
    return spoiled(answer, plain);
  }

  private static SocketScript script(Map<?, ?> plain) {
    SocketScript script = SocketScript.ECHO;
    if (Boolean.FALSE.equals(plain.get("echo"))) script = script.silent();
    if (Boolean.TRUE.equals(plain.get("ping"))) script = script.ping();
    for (Object message : (List<?>) plain.get("send"))
      script =
          message instanceof byte[] bytes
              ? script.greeting(bytes)
              : script.greeting((String) message);
    if (plain.get("code") != null)
      script = script.close(integer(plain, "code"), (String) plain.get("reason"));
    if (plain.get("fault") instanceof String word)
      script = script.with(SocketScript.Trouble.named(word));
    return script;
  }

  private static Answer withBody(Answer answer, Map<?, ?> plain) {
    if (plain.get("json") instanceof String json)
      return answer.body(Answer.JSON, json.getBytes(StandardCharsets.UTF_8));
    if (plain.get("text") instanceof String text)
      return answer.body(Answer.TEXT, text.getBytes(StandardCharsets.UTF_8));
    if (plain.get("body") instanceof byte[] bytes) return answer.body(Answer.BYTES, bytes);
    if (plain.get("chunks") instanceof List<?> chunks)
      return answer.content(Answer.TEXT, new Content.Pieces(pieces(chunks, plain)));
    if (plain.get("size") != null)
      return answer.content(Answer.BYTES, new Content.Zeros(whole(plain, "size", MOST)));
    return answer;
  }

  /** The interval is between the pieces. */
  private static List<Piece> pieces(List<?> chunks, Map<?, ?> plain) {
    Duration interval = Duration.ZERO;
    if (plain.get("interval") != null) interval = Duration.ofMillis(integer(plain, "interval"));
    List<Piece> pieces = new ArrayList<>();
    for (Object chunk : chunks) {
      Piece piece = chunk instanceof byte[] bytes ? Piece.of(bytes) : Piece.of((String) chunk);
      pieces.add(pieces.isEmpty() ? piece : piece.after(interval));
    }
    return List.copyOf(pieces);
  }

  private static Answer spoiled(Answer answer, Map<?, ?> plain) {
    Object word = plain.get("fault");
    boolean rated = plain.get("bytesPerSecond") != null;
    if (rated || "slow".equals(word))
      answer = answer.slow(rated ? integer(plain, "bytesPerSecond") : SLOW);
    if (word == null || word.equals("slow")) return answer;
    Fault fault =
        Fault.named(String.valueOf(word))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "fault '" + word + "' is none of " + Fault.words()));
    return answer.with(fault);
  }

  private static int integer(Map<?, ?> plain, String field) {
    return (int) whole(plain, field, Integer.MAX_VALUE);
  }

  private static long whole(Map<?, ?> plain, String field, long most) {
    Object value = plain.get(field);
    if (value instanceof Double number
        && number >= 0
        && number <= most
        && number == number.longValue()) return number.longValue();
    throw new IllegalArgumentException(field + " must be a whole number, not " + value);
  }
}
