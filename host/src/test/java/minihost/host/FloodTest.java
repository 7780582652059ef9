package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import minihost.journal.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A peer that floods has to wait while the program is slow, and loses nothing. */
@Timeout(120)
class FloodTest {
  private static final int MIB = 1 << 20;

  /** What 16 messages and the buffers of two systems take, and some. */
  private static final int MAX_TAKEN_MIB = 48;

  private static final String WHOLE_MIB_IN_A_FRAME = "827f0000000000100000" + "00".repeat(MIB);

  private static final String COUNT =
      """
      globalThis.bytes = 0
      globalThis.count = part => {
        if (bytes === 0) console.log('hold')
        bytes += part.byteLength
        if (bytes === 64 * 1024 * 1024) console.log('all')
      }
      """;

  private final TestRun run;

  FloodTest() throws IOException {
    run = new TestRun().set("device.lan={\"ip\":\"127.0.0.1\",\"netmask\":\"255.0.0.0\"}");
  }

  @Test
  void ofAWebSocket() throws Exception {
    try (RawSocketServer peer =
            new RawSocketServer(RawSocketServer.Way.FLOODS, WHOLE_MIB_IN_A_FRAME);
        run) {
      run.set("hosts.127.0.0.9=127.0.0.1:" + peer.port());
      run.start();
      floods(
          "const task = wx.connectSocket({ url: 'ws://127.0.0.9/' })\n"
              + "task.onMessage(r => count(r.data))",
          peer::said);
      run.script("task.close({})").advance(5_000); // this peer answers no close
    }
  }

  @Test
  void ofATcpSocket() throws Exception {
    AtomicInteger said = new AtomicInteger();
    try (run;
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.2"))) {
      Thread.startVirtualThread(() -> flood(server, said));
      run.start();
      floods(
          "const socket = wx.createTCPSocket()\nsocket.onMessage(r => count(r.message))\n"
              + "socket.connect({ address: '127.0.0.2', port: "
              + server.getLocalPort()
              + " })",
          said::get);
    }
  }

  private static void flood(ServerSocket server, AtomicInteger said) {
    try (Socket socket = server.accept()) {
      for (int i = 0; i < RawSocketServer.FLOOD; i++) {
        socket.getOutputStream().write(new byte[MIB]);
        said.incrementAndGet();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The program says hold at its first message, which keeps its thread until it is released. */
  private void floods(String open, IntSupplier saidMib) throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    run.host().journal().listen(event -> hold(event, held, released));
    run.script(COUNT + open + "\nundefined");
    held.await();
    int before;
    int now = -1;
    do {
      before = now;
      Thread.sleep(500); // as long as it takes a peer that is not held to say much more
      now = saidMib.getAsInt();
    } while (now != before);
    assertTrue(now < MAX_TAKEN_MIB, now + " MiB were taken from the peer");
    released.countDown();
    run.awaitLog(2).assertLog("hold", "all");
    assertEquals(RawSocketServer.FLOOD, saidMib.getAsInt());
  }

  private static void hold(Event event, CountDownLatch held, CountDownLatch released) {
    if (!(event instanceof Event.Console console) || !console.text().equals("hold")) return;
    held.countDown();
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
