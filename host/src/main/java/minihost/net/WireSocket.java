package minihost.net;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import minihost.reason.Explained;
import minihost.reason.Origin;
import minihost.reason.Reason;
import okhttp3.Dispatcher;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import okio.Sink;
import okio.Source;
import okio.Utf8;

/** One WebSocket on the wire, from its handshake to its end. Any thread; nothing here blocks. */
public final class WireSocket {
  /** Told on the threads of the socket, one call at a time. */
  public interface Listener {
    /** The server has agreed. */
    void opened(Map<String, Object> headers, SocketProfile profile);

    /** May wait: meanwhile nothing more is read. */
    void message(Object textOrBytes);

    /** The server wants to close; whoever hears it closes too. Code 1005 stands for none. */
    void closing(int code, String reason);

    /** Both sides have closed: nothing follows. */
    void closed();

    /** It never opened, or has broken: nothing follows. */
    void failed(Reason why);
  }

  /** With more OkHttp gives a connection up. */
  private static final long MAX_QUEUED_BYTES = 16 << 20;

  private static final String EXTENSIONS = "Sec-WebSocket-Extensions";

  /** Deadlines are the loop's, and shorter. */
  private static final Duration LIBRARY_TIMEOUT = Duration.ofHours(1);

  private final WebSockets.Common common;
  private final WebSockets.Where where;
  private final Headers headers;
  private final WebSockets.Handshake handshake;
  private final boolean proxied;
  private WebSocket socket;
  private boolean cancelled;

  WireSocket(
      WebSockets.Common common,
      WebSockets.Where where,
      Headers headers,
      WebSockets.Handshake handshake,
      boolean proxied) {
    this.common = common;
    this.where = where;
    this.headers = headers;
    this.handshake = handshake;
    this.proxied = proxied;
  }

  /**
   * Begins the handshake. At most once.
   *
   * @param threads runs blocking work; the run waits for it
   */
  public void open(Consumer<Runnable> threads, Listener listener) {
    SocketTimes times = new SocketTimes(common.epochMillis(), common.ways().prefetch()::knows);
    threads.accept(
        () -> {
          try {
            common.connectivity().require();
            Request request = new Request.Builder().url(where.url()).headers(headers).build();
            connect(client(times, threads), request, new Ears(listener, times));
          } catch (IOException e) {
            listener.failed(reason(e));
          }
        });
  }

  private OkHttpClient client(SocketTimes times, Consumer<Runnable> threads) {
    OkHttpClient.Builder builder =
        common
            .clients()
            .socket(proxied, times, handshake.noDelay())
            .dispatcher(new Dispatcher(new OnThreads(threads)))
            .pingInterval(Duration.ZERO)
            .webSocketCloseTimeout(LIBRARY_TIMEOUT);
    if (!handshake.deflate()) builder.addInterceptor(WireSocket::uncompressed);
    return builder.build();
  }

  /** OkHttp always offers to compress, and would if the server did. */
  private static Response uncompressed(Interceptor.Chain chain) throws IOException {
    Request request = chain.request().newBuilder().removeHeader(EXTENSIONS).build();
    Response answer = chain.proceed(request);
    String extensions = answer.header(EXTENSIONS);
    if (extensions == null) return answer;
    giveUp(answer);
    throw new HttpRefused(
        new Reason(
            HandshakeCode.UNASKED_EXTENSION,
            extensions,
            "the server answered " + EXTENSIONS + ": " + extensions + ", which nobody offered",
            "correct the server, or pass perMessageDeflate: true",
            Origin.BUILT_IN));
  }

  private static void giveUp(Response answer) throws IOException {
    okio.Socket upgraded = answer.socket();
    if (upgraded == null) answer.close();
    else
      try (Source _ = upgraded.getSource();
          Sink _ = upgraded.getSink()) {
        upgraded.cancel();
      }
  }

  private synchronized void connect(OkHttpClient client, Request request, Ears ears) {
    if (cancelled) return;
    common.open().add(this);
    socket = client.newWebSocket(request, ears);
  }

  /**
   * Whether what waits to be sent leaves room for this message too.
   *
   * @param textOrBytes a String or a byte[]
   */
  public synchronized boolean hasRoom(Object textOrBytes) {
    long bytes =
        textOrBytes instanceof byte[] binary ? binary.length : Utf8.size((String) textOrBytes);
    return socket != null && socket.queueSize() + bytes <= MAX_QUEUED_BYTES;
  }

  /** Queues a message for sending; of a connection that has just broken it is lost. */
  public synchronized void send(Object textOrBytes) {
    if (textOrBytes instanceof byte[] binary) socket.send(ByteString.of(binary));
    else socket.send((String) textOrBytes);
  }

  /**
   * Begins the closing handshake, unless it has begun.
   *
   * @param code 1000, or one that may be sent
   * @param reason at most 123 bytes of UTF-8
   */
  public synchronized void close(int code, String reason) {
    if (socket != null) socket.close(code, reason);
  }

  /** Breaks the connection off. Idempotent. */
  public synchronized void cancel() {
    cancelled = true;
    if (socket != null) socket.cancel();
  }

  private Reason reason(IOException e) {
    return Explained.in(e).orElseGet(() -> new NetFailure.Failed(at(), e).reason());
  }

  private String at() {
    try {
      return where.url().toString().replaceFirst("^http", "ws");
    } catch (IOException unreadable) {
      return "the socket";
    }
  }

  /** Runs what OkHttp would run on threads of its own. */
  private static final class OnThreads extends AbstractExecutorService {
    private final Consumer<Runnable> threads;

    private OnThreads(Consumer<Runnable> threads) {
      this.threads = threads;
    }

    @Override
    public void execute(Runnable task) {
      threads.accept(task);
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return false;
    }

    @Override
    public boolean isTerminated() {
      return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      return true;
    }
  }

  /** Hears OkHttp, and passes on. */
  private final class Ears extends WebSocketListener {
    private final Listener listener;
    private final SocketTimes times;

    private Ears(Listener listener, SocketTimes times) {
      this.listener = listener;
      this.times = times;
    }

    @Override
    public void onOpen(WebSocket socket, Response answer) {
      Map<String, Object> shown = new LinkedHashMap<>();
      Headers given = answer.headers();
      for (int i = 0; i < given.size(); i++)
        shown.merge(given.name(i), given.value(i), (a, b) -> a + "," + b);
      listener.opened(shown, times.opened());
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
      listener.message(text);
    }

    @Override
    public void onMessage(WebSocket socket, ByteString bytes) {
      listener.message(bytes.toByteArray());
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
      listener.closing(code, reason);
    }

    @Override
    public void onClosed(WebSocket socket, int code, String reason) {
      common.open().remove(WireSocket.this);
      listener.closed();
    }

    @Override
    public void onFailure(WebSocket socket, Throwable why, Response answer) {
      common.open().remove(WireSocket.this);
      IOException failure = why instanceof IOException io ? io : new IOException(why);
      boolean refused = answer != null && answer.code() != SWITCHING_PROTOCOLS;
      listener.failed(refused ? unexpected(answer) : reason(failure));
    }
  }

  private static final int SWITCHING_PROTOCOLS = 101;

  private Reason unexpected(Response answer) {
    return new Reason(
        HandshakeCode.UNEXPECTED_STATUS,
        String.valueOf(answer.code()),
        at() + " answered " + answer.code() + " instead of 101",
        "let the server accept WebSockets at this path; redirects are not followed",
        Origin.BUILT_IN);
  }
}
