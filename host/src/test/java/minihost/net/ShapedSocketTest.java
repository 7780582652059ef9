package minihost.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShapedSocketTest {
  private static final long LATENCY = Duration.ofMillis(400).toNanos();
  private static final long HESITATION = Duration.ofMillis(100).toNanos();
  private static final Shape SLOW = Shape.NONE.withLatency(400);

  private final AtomicLong clock = new AtomicLong();
  private final Shaping shaping = new Shaping(this::pass, clock::get);
  private ServerSocket server;
  private Socket peer;
  private ShapedSocket socket;
  private volatile boolean slowly;

  /** Takes its time to see what has come, as a thread does that the others overtake. */
  private final class Hesitant extends ShapedSocket {
    private Hesitant() {
      super(shaping, true);
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return new FilterInputStream(super.getInputStream()) {
        @Override
        public int available() throws IOException {
          if (slowly) LockSupport.parkNanos(HESITATION);
          return super.available();
        }
      };
    }
  }

  private Runnable pass(Duration delay, boolean call, Runnable then) {
    clock.addAndGet(delay.toNanos());
    then.run();
    return () -> {};
  }

  @BeforeEach
  void open() throws Exception {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    socket = new Hesitant();
    socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), 0);
    peer = server.accept();
    shaping.change(SLOW);
  }

  @AfterEach
  void close() throws Exception {
    socket.close();
    peer.close();
    server.close();
  }

  private long took(int bytes) throws Exception {
    long began = clock.get();
    socket.getInputStream().readNBytes(bytes);
    return clock.get() - began;
  }

  @Test
  void anAnswerTakesARoundTripHoweverSoonItIsThere() throws Exception {
    Thread.ofPlatform().start(new FutureTask<>(this::echo));
    slowly = true;
    socket.getOutputStream().write(1);
    slowly = false;
    assertEquals(LATENCY, took(1));
  }

  private long echo() throws Exception {
    return peer.getInputStream().transferTo(peer.getOutputStream());
  }

  @Test
  void whatCameBeforeTheQuestionIsNoAnswer() throws Exception {
    peer.getOutputStream().write(new byte[] {1, 2, 3});
    while (socket.getInputStream().available() < 3) Thread.onSpinWait();
    socket.getOutputStream().write(4);
    assertEquals(0, took(3));
    peer.getOutputStream().write(5);
    assertEquals(LATENCY, took(1));
  }
}
