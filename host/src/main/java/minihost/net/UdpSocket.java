package minihost.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import minihost.policy.Ask;
import minihost.policy.Gate.Permit;

/**
 * A datagram socket. What is sent waits in a queue, since names are looked up on the way; {@link
 * #receive} and {@link #sendAll} block and want a thread each, which {@link #close} ends.
 */
public final class UdpSocket implements AutoCloseable {
  /** Longer datagrams are cut (sockets sheet 2.3, where what becomes of them is a guess). */
  static final int MAX_RECEIVED = 4096;

  /** Datagrams that may wait to be sent; a system too has a limit. */
  private static final int MAX_WAITING = 4096;

  /** Takes what arrives, on the thread of {@link #receive}; may block. */
  @FunctionalInterface
  public interface Receiver {
    /**
     * @param remote address, family, port, and the size in bytes
     * @param local address, family, port
     */
    void take(byte[] message, Map<String, Object> remote, Map<String, Object> local);
  }

  /** Told of a datagram that could not be sent. */
  @FunctionalInterface
  public interface Failure {
    void of(IOException e);
  }

  /**
   * @param due when it leaves, by the run's clock in ns
   */
  private record Outgoing(Permit<Ask.Udp> to, byte[] message, boolean broadcast, long due) {
    static final Outgoing END = new Outgoing(null, null, false, 0);
  }

  private final DatagramChannel channel;
  private final boolean version6;
  private final Addresses addresses;
  private final Shaping shaping;
  private volatile CountDownLatch asleep = new CountDownLatch(0);
  private final LinkedBlockingQueue<Outgoing> waiting = new LinkedBlockingQueue<>();

  /**
   * @param version6 whether addresses are IPv6
   */
  public UdpSocket(boolean version6, Addresses addresses, Shaping shaping) throws IOException {
    ProtocolFamily family = version6 ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET;
    channel = DatagramChannel.open(family);
    this.version6 = version6;
    this.addresses = addresses;
    this.shaping = shaping;
  }

  /**
   * @param port 0 for any free one
   * @return the port
   */
  public int bind(int port) throws IOException {
    channel.bind(new InetSocketAddress(port));
    return local().getPort();
  }

  private InetSocketAddress local() throws IOException {
    return (InetSocketAddress) channel.getLocalAddress();
  }

  /** Time to live, 0 to 255: of multicast datagrams. Java cannot set that of others. */
  public void setTtl(int ttl) throws IOException {
    channel.setOption(StandardSocketOptions.IP_MULTICAST_TTL, ttl);
  }

  /** Queues a datagram; false when too many wait. Any thread. */
  public boolean send(Permit<Ask.Udp> to, byte[] message, boolean broadcast) {
    long due = shaping.nanos() + TimeUnit.MILLISECONDS.toNanos(shaping.shape().latencyMs());
    return waiting.size() < MAX_WAITING && waiting.add(new Outgoing(to, message, broadcast, due));
  }

  /** Sends what is queued, until {@link #finish} or {@link #close}. */
  public void sendAll(Failure failure) {
    try {
      for (Outgoing next; (next = waiting.take()) != Outgoing.END; ) {
        try {
          send(next);
        } catch (ClosedChannelException ended) {
          return;
        } catch (IOException e) {
          failure.of(e);
        } catch (UncheckedIOException e) {
          failure.of(e.getCause());
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** The whole latency on the way out, so that an answer comes a round trip later. */
  private void send(Outgoing next) throws IOException, InterruptedException {
    Ask.Udp ask = next.to.ask();
    Optional<Fault> fault = shaping.shape().fault(ask.address(), ask.port());
    if (fault.filter(f -> f == Fault.DNS).isPresent()) fault.get().atConnect(ask.address());
    pause(Math.max(next.due - shaping.nanos(), 0) + shaping.leaving(next.message.length));
    if (fault.isPresent() || shaping.loses(shaping.shape().loss())) return;
    InetSocketAddress to = addresses.ofUdp(next.to, version6);
    channel.setOption(StandardSocketOptions.SO_BROADCAST, next.broadcast);
    channel.send(ByteBuffer.wrap(next.message), to);
  }

  private void pause(long nanos) throws InterruptedException {
    if (nanos <= 0) return;
    CountDownLatch woken = new CountDownLatch(1);
    asleep = woken;
    if (!channel.isOpen()) return;
    Runnable early = shaping.timer().after(Duration.ofNanos(nanos), false, woken::countDown);
    try {
      woken.await();
    } finally {
      early.run();
    }
  }

  /**
   * Receives until the socket is closed.
   *
   * @throws IOException if it failed for another reason
   */
  public void receive(Receiver receiver) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(MAX_RECEIVED);
    Map<String, Object> local = SocketEnd.of(local());
    try {
      while (true) {
        buffer.clear();
        InetSocketAddress from = (InetSocketAddress) channel.receive(buffer);
        buffer.flip();
        byte[] message = new byte[buffer.remaining()];
        buffer.get(message);
        Map<String, Object> remote = SocketEnd.of(from);
        remote.put("size", message.length);
        if (!shaping.loses(shaping.shape().loss())) receiver.take(message, remote, local);
      }
    } catch (ClosedChannelException ended) {
      // what close() does
    }
  }

  /** Ends {@link #sendAll} once all has been sent. */
  public void finish() {
    waiting.add(Outgoing.END);
  }

  @Override
  public void close() {
    waiting.clear();
    finish();
    try {
      channel.close();
      asleep.countDown();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
