package minihost.inspect;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import minihost.js.Inspection;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/**
 * Lets a debugger of the Chrome DevTools protocol at the scripts of this process: a WebSocket whose
 * address nobody can guess, and the pages by which Chrome and VS Code find it. One client at a
 * time.
 */
public final class DevTools implements AutoCloseable {
  /** Where Node.js listens, and debuggers look. */
  public static final int PORT = 9229;

  private static final Logger QUIET = Logger.getLogger("mockwebserver3.MockWebServer");

  /**
   * What a web page that has its own name lead here could not send: an address, or this machine.
   */
  private static final Pattern THIS_MACHINE =
      Pattern.compile("(localhost|[\\d.]+|\\[[0-9a-fA-F:.]+])(:\\d+)?");

  private final MockWebServer server = new MockWebServer();
  private final String token = UUID.randomUUID().toString();
  private final AtomicReference<WebSocket> client = new AtomicReference<>();
  private final String host;
  private final AuthorsView view;
  private final Inspection inspection;

  /**
   * Listens, before the first script is made ready.
   *
   * @param port 0 for any free one
   * @param wait whether the first script stops at its first line until a debugger lets it go
   * @throws IOException if it cannot listen there
   */
  public DevTools(InetAddress address, int port, boolean wait) throws IOException {
    QUIET.setLevel(Level.OFF);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            return answer(request);
          }
        });
    server.start(address, port);
    String name = address.getHostAddress();
    host = (name.contains(":") ? "[" + name + "]" : name) + ":" + server.getPort();
    try {
      inspection = new Inspection(wait, this::tell);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
    view = new AuthorsView(inspection::original);
  }

  /** Where a client of the protocol connects. */
  public URI address() {
    return URI.create("ws://" + host + "/" + token);
  }

  /** What Chrome opens. */
  public String page() {
    return "devtools://devtools/bundled/js_app.html?v8only=true&ws=" + host + "/" + token;
  }

  private MockResponse answer(RecordedRequest request) throws InterruptedException {
    server.takeRequest(0, TimeUnit.MILLISECONDS); // keeps the library's own, unbounded log empty
    String from = request.getHeaders().get("Host");
    if (from == null || !THIS_MACHINE.matcher(from).matches()) return status(400);
    return switch (request.getUrl().encodedPath()) {
      case "/json/version" -> Pages.version();
      case "/json", "/json/list" -> Pages.list(token, page(), address());
      case String path when path.equals("/" + token) -> socket(request);
      default -> status(404);
    };
  }

  private MockResponse socket(RecordedRequest request) {
    if (request.getHeaders().get("Sec-WebSocket-Key") == null) return status(400);
    if (client.get() != null) return status(409);
    return new MockResponse.Builder().webSocketUpgrade(new Client()).build();
  }

  static MockResponse status(int code) {
    return new MockResponse.Builder().code(code).build();
  }

  private void tell(String message) {
    WebSocket to = client.get();
    if (to != null) to.send(view.ofMessage(message));
  }

  /** Ends the debugging; what has run must have been closed. */
  @Override
  public void close() {
    Optional.ofNullable(client.get()).ifPresent(c -> c.close(1000, ""));
    inspection.close();
    server.close();
  }

  private final class Client extends WebSocketListener {
    @Override
    public void onOpen(WebSocket socket, Response response) {
      if (!client.compareAndSet(null, socket)) socket.close(1013, "another debugger is here");
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
      if (client.get() == socket)
        view.ofRequest(text)
            .ifPresentOrElse(socket::send, () -> inspection.receive(view.toCode(text)));
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
      socket.close(1000, "");
      gone(socket);
    }

    @Override
    public void onFailure(WebSocket socket, Throwable why, Response response) {
      gone(socket);
    }

    private void gone(WebSocket socket) {
      if (client.compareAndSet(socket, null)) inspection.detached();
    }
  }
}
