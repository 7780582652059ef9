package minihost.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/** A client of the Chrome DevTools protocol. */
final class Debugger implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final OkHttpClient http = new OkHttpClient();
  private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
  private final WebSocket socket;
  private int last;

  Debugger(String url) {
    socket =
        http.newWebSocket(
            new Request.Builder().url(url).build(),
            new WebSocketListener() {
              @Override
              public void onMessage(WebSocket webSocket, String text) {
                try {
                  heard.add(JSON.readTree(text));
                } catch (java.io.IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              }

              @Override
              public void onFailure(WebSocket webSocket, Throwable why, Response response) {
                heard.add(JSON.createObjectNode().put("failure", String.valueOf(why)));
              }
            });
  }

  /** The result of a command; events that came before it are dropped. */
  JsonNode call(String method, String parameters) throws Exception {
    int id = ++last;
    socket.send("{\"id\":%d,\"method\":\"%s\",\"params\":%s}".formatted(id, method, parameters));
    return await(m -> m.path("id").asInt() == id).path("result");
  }

  JsonNode call(String method) throws Exception {
    return call(method, "{}");
  }

  /** The next event of this name; those before it are dropped. */
  JsonNode event(String method) throws Exception {
    return await(m -> m.path("method").asText().equals(method)).path("params");
  }

  private JsonNode await(Predicate<JsonNode> wanted) throws Exception {
    while (true) {
      JsonNode message = heard.poll(30, TimeUnit.SECONDS);
      if (message == null || message.has("failure"))
        throw new AssertionError("the debugger hears " + message);
      if (wanted.test(message)) return message;
    }
  }

  @Override
  public void close() {
    socket.close(1000, "");
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
