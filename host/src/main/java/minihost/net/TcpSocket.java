package minihost.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import minihost.policy.Ask;
import minihost.policy.Gate.Permit;

/**
 * A TCP connection. {@link #connect}, {@link #read} and {@link #writeAll} block and want a thread,
 * which {@link #close} ends.
 */
public final class TcpSocket implements AutoCloseable {
  private static final int CHUNK = 64 << 10;

  /** Bytes that may wait for a peer that does not read. */
  private static final long MAX_WAITING = 64L << 20;

  private static final byte[] END = {};

  private final boolean version6;
  private final Addresses addresses;
  private final Shaping shaping;
  private final Cancellation lookUp = new Cancellation();
  private volatile ShapedSocket socket;
  private boolean closed; // guarded by this
  private final LinkedBlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>();
  private final AtomicLong waitingBytes = new AtomicLong();

  /**
   * @param version6 whether addresses are IPv6
   */
  public TcpSocket(boolean version6, Addresses addresses, Shaping shaping) {
    this.shaping = shaping;
    socket = new ShapedSocket(shaping, false);
    this.version6 = version6;
    this.addresses = addresses;
  }

  /**
   * Blocks without a limit: {@link #close} ends it. Addresses by HttpDNS come first; where none of
   * them can be reached, local DNS is next (sockets sheet 7.2).
   */
  public void connect(Permit<Ask.Tcp> permit, HttpDnsUse names) throws IOException {
    Optional<HttpDnsUse.Given> given = names.addresses(permit.ask().address(), lookUp);
    boolean there = given.isPresent() && reached(permit, given.get(), names);
    names.connected(there, there ? 1 : 0);
    if (!there) connect(permit, addresses.ofTcp(permit, version6));
    socket.setTcpNoDelay(true);
  }

  private void connect(Permit<Ask.Tcp> permit, InetSocketAddress to) throws IOException {
    fresh().connect(permit.ask().address(), permit.ask().port(), to, 0);
  }

  private boolean reached(Permit<Ask.Tcp> permit, HttpDnsUse.Given given, HttpDnsUse names)
      throws IOException {
    IOException why = null;
    for (InetAddress address : given.addresses()) {
      try {
        connect(permit, addresses.ofGiven(permit, address, version6));
        return true;
      } catch (IOException e) {
        why = e;
      }
    }
    names.unreachable(new NetFailure.Failed(permit.ask().url(), why));
    return false;
  }

  /** What has failed to connect can try no more. */
  private synchronized ShapedSocket fresh() throws SocketException {
    if (closed) throw new SocketException("Socket closed");
    socket = new ShapedSocket(shaping, false);
    return socket;
  }

  /** Address, family and port of this end. */
  public Map<String, Object> local() {
    return SocketEnd.of((InetSocketAddress) socket.getLocalSocketAddress());
  }

  /** Address, family and port of the peer. */
  public Map<String, Object> remote() {
    return SocketEnd.of((InetSocketAddress) socket.getRemoteSocketAddress());
  }

  /** Reads until the peer has said all; {@code take} may block, and so does the peer in the end. */
  public void read(Consumer<byte[]> take) throws IOException {
    InputStream in = socket.getInputStream();
    byte[] chunk = new byte[CHUNK];
    for (int n; (n = in.read(chunk)) >= 0; ) take.accept(Arrays.copyOf(chunk, n));
  }

  /** Queues bytes to be written; false when too many wait. Any thread. */
  public boolean write(byte[] bytes) {
    if (waitingBytes.get() > MAX_WAITING) return false;
    waitingBytes.addAndGet(bytes.length);
    if (bytes.length > 0) waiting.add(bytes);
    return true;
  }

  /** Writes what is queued until {@link #finish}. */
  public void writeAll() throws IOException {
    OutputStream out = socket.getOutputStream();
    try {
      for (byte[] next; (next = waiting.take()) != END; ) {
        out.write(next);
        waitingBytes.addAndGet(-next.length);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends {@link #writeAll} once all has been written. */
  public void finish() {
    waiting.add(END);
  }

  @Override
  public synchronized void close() {
    closed = true;
    lookUp.cancel();
    finish();
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
