package minihost.net;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A socket on a network that is shaped: a connect takes a round trip, and so does the answer to
 * what was written; bytes take the time that the bandwidth gives them. TCP hides a loss: a lost
 * packet costs the time until it is sent again, as Linux does it, 1 s for a handshake and 200 ms
 * above the round trip for data, doubled each time. What waits is ended by {@link #close}.
 */
class ShapedSocket extends Socket {
  private static final long SECOND = 1_000_000_000L;
  private static final long MIN_RTO = 200_000_000L;
  private static final int HANDSHAKES = 7; // tcp_syn_retries is 6: given up after 127 s
  private static final int SENDINGS = 15; // tcp_retries2
  private static final long MAX_RTO = 120 * SECOND;
  private static final int PARTS_PER_SECOND = 50;
  private static final int SMALLEST = 256;
  private static final long NOTHING = Long.MIN_VALUE;

  private final Shaping shaping;
  private final boolean ofCall;
  private String host = "";
  private int port;
  private CountDownLatch asleep = new CountDownLatch(0); // guarded by this, as the next
  private boolean closed;
  private volatile long asked = NOTHING; // when something was written that has no answer yet
  private volatile long before; // bytes that had come by then, such as a session ticket: no answer
  private volatile long received; // bytes; written by whoever reads, one at a time

  /**
   * @param ofCall whether a call waits for it, rather than a socket of the program
   */
  ShapedSocket(Shaping shaping, boolean ofCall) {
    this.shaping = shaping;
    this.ofCall = ofCall;
  }

  /** Connects to what the program calls {@code host}. */
  void connect(String host, int port, SocketAddress to, int timeout) throws IOException {
    this.host = host;
    this.port = port;
    Optional<Fault> fault = fault();
    if (fault.isPresent()) fault.get().atConnect(host);
    sendAgain(HANDSHAKES, SECOND, isDead(fault) ? 1 : shaping.shape().loss());
    super.connect(to, timeout);
    pause(latency());
  }

  @Override
  public void connect(SocketAddress to, int timeout) throws IOException {
    InetSocketAddress at = (InetSocketAddress) to;
    connect(at.getHostString(), at.getPort(), to, timeout);
  }

  private static boolean isDead(Optional<Fault> fault) {
    return fault.filter(f -> f == Fault.TIMEOUT).isPresent();
  }

  private Optional<Fault> fault() {
    return shaping.shape().fault(host, port);
  }

  private long latency() {
    return TimeUnit.MILLISECONDS.toNanos(shaping.shape().latencyMs());
  }

  private void sendAgain(int times, long firstPause, double loss) throws IOException {
    long pause = firstPause;
    for (int i = 0; shaping.loses(loss); i++) {
      if (i == times) throw new SocketTimeoutException("Connection timed out: packets are lost");
      pause(pause);
      pause = Math.min(2 * pause, MAX_RTO);
    }
  }

  /** The first time the peer's acknowledgements tell, a round trip later (RFC 5681). */
  private void lose(long bytes) throws IOException {
    if (!shaping.loses(shaping.shape().lossOf(bytes))) return;
    pause(latency());
    sendAgain(SENDINGS, MIN_RTO + latency(), shaping.shape().loss());
  }

  private void pause(long nanos) throws IOException {
    if (nanos <= 0) return;
    CountDownLatch woken = new CountDownLatch(1);
    synchronized (this) {
      if (closed) throw new SocketException("Socket closed");
      asleep = woken;
    }
    Runnable early = shaping.timer().after(Duration.ofNanos(nanos), ofCall, woken::countDown);
    try {
      woken.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } finally {
      early.run();
    }
    if (isClosed()) throw new SocketException("Socket closed");
  }

  @Override
  public void close() throws IOException {
    synchronized (this) {
      closed = true;
      asleep.countDown();
    }
    super.close();
  }

  private static int part(long bytesPerSecond, int length) {
    if (bytesPerSecond == 0) return length;
    return (int) Math.min(length, Math.max(SMALLEST, bytesPerSecond / PARTS_PER_SECOND));
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new Arriving(super.getInputStream());
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return new Leaving(super.getOutputStream());
  }

  private void use() throws IOException {
    if (shaping.shape() == Shape.NONE) return;
    Optional<Fault> fault = fault();
    if (fault.isPresent()) fault.get().atUse(host);
    if (isDead(fault)) sendAgain(SENDINGS, MIN_RTO, 1);
  }

  private final class Arriving extends FilterInputStream {
    private Arriving(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
      use(); // whoever could not write may still want to read
      int n = in.read(into, at, part(shaping.shape().down(), length));
      if (n > 0) received += n;
      if (shaping.shape() == Shape.NONE) return n;
      use();
      long since = asked;
      if (since != NOTHING && (n < 0 || received > before)) {
        asked = NOTHING;
        pause(since + latency() - shaping.nanos());
      }
      if (n > 0) {
        lose(n);
        pause(shaping.arriving(n));
      }
      return n;
    }
  }

  private final class Leaving extends FilterOutputStream {
    private Leaving(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int at, int length) throws IOException {
      if (shaping.shape() == Shape.NONE) {
        out.write(bytes, at, length);
        return;
      }
      use();
      for (int done = 0; done < length; ) {
        int n = part(shaping.shape().up(), length - done);
        lose(n);
        pause(shaping.leaving(n));
        before = received + getInputStream().available(); // after the write it may be the answer
        asked = shaping.nanos();
        out.write(bytes, at + done, n);
        done += n;
      }
    }
  }
}
