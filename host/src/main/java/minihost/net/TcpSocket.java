package minihost.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Map;
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

  private final Addresses addresses;
  private final Socket socket = new Socket();
  private final LinkedBlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>();
  private final AtomicLong waitingBytes = new AtomicLong();

  public TcpSocket(Addresses addresses) {
    this.addresses = addresses;
  }

  /** Blocks without a limit: {@link #close} ends it. */
  public void connect(Permit<Ask.Tcp> permit) throws IOException {
    socket.connect(addresses.ofTcp(permit), 0);
    socket.setTcpNoDelay(true);
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
  public void close() {
    finish();
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
