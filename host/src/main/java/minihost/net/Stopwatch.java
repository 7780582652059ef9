package minihost.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/** Takes the moments of one exchange from OkHttp's connection events. */
final class Stopwatch extends EventListener {
  private static final int NONE = -1;

  private final LongSupplier epochMillis;
  private final Redirects.Trail before;
  private final Predicate<String> known;
  private final long fetchStart;
  private long dnsStart = NONE;
  private long dnsEnd = NONE;
  private long connectStart = NONE;
  private long sslStart = NONE;
  private long sslEnd = NONE;
  private long connectEnd = NONE;
  private long requestStart = NONE;
  private long requestEnd = NONE;
  private long responseStart = NONE;
  private long responseEnd = NONE;
  private long sent;
  private long received;
  private String peer = "";
  private int port;
  private boolean tls;
  private int connects;
  private boolean reached;
  private boolean connecting;
  private String protocol = "unknown";

  /**
   * @param epochMillis the run's clock; connection events come from the exchange's own thread
   * @param before the hops that led here
   * @param known whether a name's addresses are at hand, so that no look-up takes place
   */
  Stopwatch(LongSupplier epochMillis, Redirects.Trail before, Predicate<String> known) {
    this.known = known;
    this.epochMillis = epochMillis;
    this.before = before;
    fetchStart = epochMillis.getAsLong();
  }

  long fetchStart() {
    return fetchStart;
  }

  /** How often a connection was tried. */
  int connects() {
    return connects;
  }

  /** Whether the server itself was reached, through a proxy or without. */
  boolean hasReached() {
    return reached;
  }

  /** Whether a connection was used, or tried. */
  boolean usedTheWire() {
    return reached || connects > 0;
  }

  /** Whether the last connection that was begun has not come about. */
  boolean isConnecting() {
    return connecting;
  }

  /** Whether the head of an answer has come. */
  boolean hasAnswer() {
    return responseStart != NONE;
  }

  /** How long the TCP handshake took, in ms; 0 without one. */
  long rtt() {
    long end = sslStart == NONE ? connectEnd : sslStart;
    return connectStart == NONE ? 0 : Math.max(0, end - connectStart);
  }

  private long now() {
    return epochMillis.getAsLong();
  }

  @Override
  public void dnsStart(Call call, String domainName) {
    dnsStart = known.test(domainName) ? NONE : now();
  }

  @Override
  public void dnsEnd(Call call, String domainName, List<InetAddress> addresses) {
    if (dnsStart != NONE) dnsEnd = now();
  }

  @Override
  public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
    connects++;
    connecting = true;
    connectStart = now();
  }

  @Override
  public void secureConnectStart(Call call) {
    reached = true;
    connecting = false;
    sslStart = now();
  }

  @Override
  public void secureConnectEnd(Call call, Handshake handshake) {
    sslEnd = now();
  }

  @Override
  public void connectEnd(Call call, InetSocketAddress address, Proxy proxy, Protocol agreed) {
    connecting = false;
    connectEnd = now();
  }

  @Override
  public void connectFailed(
      Call call, InetSocketAddress address, Proxy proxy, Protocol agreed, IOException e) {
    connectEnd = now();
  }

  @Override
  public void connectionAcquired(Call call, Connection connection) {
    reached = true;
    connecting = false;
    var socket = (InetSocketAddress) connection.socket().getRemoteSocketAddress();
    if (socket != null) {
      peer = socket.getAddress().getHostAddress();
      port = socket.getPort();
    }
    tls = connection.handshake() != null;
    protocol = connection.protocol() == Protocol.HTTP_2 ? "h2" : "http1.1";
  }

  @Override
  public void requestHeadersStart(Call call) {
    requestStart = now();
  }

  @Override
  public void requestHeadersEnd(Call call, Request request) {
    requestEnd = now();
    sent += request.headers().byteCount();
  }

  @Override
  public void requestBodyEnd(Call call, long byteCount) {
    requestEnd = now();
    sent += byteCount;
  }

  @Override
  public void responseHeadersStart(Call call) {
    responseStart = now();
  }

  @Override
  public void responseHeadersEnd(Call call, Response response) {
    received += response.headers().byteCount();
  }

  @Override
  public void responseBodyEnd(Call call, long byteCount) {
    responseEnd = now();
    received += byteCount;
  }

  Profile profile() {
    boolean reused = connectStart == NONE;
    long lookUpStart = or(dnsStart, fetchStart);
    long lookUpEnd = or(dnsEnd, lookUpStart);
    long connect = or(connectStart, lookUpEnd);
    long secure = or(sslStart, connect);
    long secured = or(sslEnd, secure);
    long connected = or(connectEnd, secured);
    long request = or(requestStart, connected);
    long requested = or(requestEnd, request);
    long response = or(responseStart, requested);
    return new Profile(
        before.start(),
        before.start() == 0 ? 0 : fetchStart,
        fetchStart,
        lookUpStart,
        lookUpEnd,
        connect,
        secure,
        secured,
        connected,
        request,
        requested,
        response,
        or(responseEnd, response),
        tls,
        peer,
        port,
        protocol,
        reused,
        sent,
        received,
        NetworkQuality.Estimate.NONE);
  }

  /** A step that did not happen takes no time. */
  private static long or(long moment, long before) {
    return moment == NONE ? before : Math.max(moment, before);
  }
}
