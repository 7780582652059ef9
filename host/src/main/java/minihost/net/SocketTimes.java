package minihost.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import okhttp3.Dns;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;

/**
 * Takes the moments of one WebSocket's handshake. OkHttp raises no connection events for
 * WebSockets, so they are taken where name, socket and certificate pass by.
 */
final class SocketTimes {
  private static final int NONE = -1;

  private final LongSupplier epochMillis;
  private final Predicate<String> known;
  private final long fetchStart;
  private volatile long lookUpStart = NONE;
  private volatile long lookUpEnd = NONE;
  private volatile long connectStart = NONE;
  private volatile long connectEnd = NONE;

  /**
   * @param known whether a name's addresses are at hand, so that no look-up takes place
   */
  SocketTimes(LongSupplier epochMillis, Predicate<String> known) {
    this.epochMillis = epochMillis;
    this.known = known;
    fetchStart = epochMillis.getAsLong();
  }

  /** A client like the other, whose names and certificates are watched. */
  OkHttpClient.Builder taken(OkHttpClient like) {
    Dns names = like.dns();
    var certificates = like.hostnameVerifier();
    return like.newBuilder()
        .eventListener(EventListener.NONE)
        .dns(name -> lookUp(names, name))
        .hostnameVerifier(
            (name, session) -> {
              connectEnd = epochMillis.getAsLong(); // TLS is there
              return certificates.verify(name, session);
            });
  }

  private List<InetAddress> lookUp(Dns names, String name) throws UnknownHostException {
    if (known.test(name)) return names.lookup(name);
    lookUpStart = epochMillis.getAsLong();
    List<InetAddress> found = names.lookup(name);
    lookUpEnd = epochMillis.getAsLong();
    return found;
  }

  /** Of a socket about to connect; see {@link ConnectTo.Connecting}. */
  Runnable connecting(Socket socket, boolean noDelay) throws IOException {
    if (noDelay) socket.setTcpNoDelay(true);
    connectStart = epochMillis.getAsLong();
    return () -> connectEnd = epochMillis.getAsLong();
  }

  /** All of them, now that it is open. */
  SocketProfile opened() {
    long start = lookUpStart == NONE ? fetchStart : lookUpStart;
    long end = Math.max(start, lookUpEnd);
    long connect = Math.max(end, connectStart);
    long connected = Math.max(connect, connectEnd);
    return new SocketProfile(
        fetchStart, start, end, connect, connected, Math.max(connected, epochMillis.getAsLong()));
  }
}
