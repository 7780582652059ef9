package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Sockets that are opened, used and closed again and again leave nothing. {@code
 * -Dminihost.cycles=N} says how often; what was measured is printed.
 */
class SocketCyclesTest {
  private static final int CYCLES = Integer.getInteger("minihost.cycles", 200);

  /** Far less than a buffer for each cycle would take. */
  private static final long MAX_GROWTH_BYTES = 6 << 20;

  private record Held(int threads, long descriptors, long heapBytes) {
    static Held now() throws Exception {
      long heap = Long.MAX_VALUE;
      for (int i = 0; i < 4; i++) {
        System.gc();
        Thread.sleep(50); // what the collector frees, it also reports
        Runtime runtime = Runtime.getRuntime();
        heap = Math.min(heap, runtime.totalMemory() - runtime.freeMemory());
      }
      long descriptors =
          ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
              ? unix.getOpenFileDescriptorCount()
              : 0;
      return new Held(Thread.getAllStackTraces().size(), descriptors, heap);
    }
  }

  private final SocketRun sockets;

  SocketCyclesTest() throws IOException {
    sockets = new SocketRun();
  }

  @ParameterizedTest
  @CsvSource({"ws", "udp", "tcp"})
  void nothingIsLeftOfThem(String kind) throws Exception {
    InetAddress peer = InetAddress.getByName("127.0.0.2");
    try (sockets;
        DatagramSocket udp = new DatagramSocket(0, peer);
        ServerSocket tcp = new ServerSocket(0, 50, peer)) {
      Thread.startVirtualThread(() -> echo(udp));
      Thread.startVirtualThread(() -> echo(tcp));
      sockets.run.set("device.lan={\"ip\":\"127.0.0.1\",\"netmask\":\"255.0.0.0\"}").start();
      sockets.run.script(CYCLE.formatted(udp.getLocalPort(), tcp.getLocalPort()));
      cycles(kind, 100); // caches, pools and the engine have what they keep
      Held before = Held.now();
      cycles(kind, CYCLES);
      Held after = Held.now();
      System.out.println(kind + ", " + CYCLES + " cycles: " + before + " -> " + after);
      assertTrue(after.threads <= before.threads + 1, before + " " + after);
      assertTrue(after.descriptors <= before.descriptors + 1, before + " " + after);
      assertTrue(after.heapBytes - before.heapBytes < MAX_GROWTH_BYTES, before + " " + after);
    }
  }

  private static final String CYCLE =
      """
      const peer = port => ({ address: '127.0.0.2', port })
      const once = {
        ws: done => {
          const task = wx.connectSocket({ url: 'wss://ws.example.com/' })
          task.onOpen(() => task.send({ data: 'x' }))
          task.onMessage(() => task.close({}))
          task.onClose(done)
        },
        udp: done => {
          const socket = wx.createUDPSocket()
          socket.onMessage(() => socket.close())
          socket.onClose(done)
          socket.bind()
          socket.send({ ...peer(%d), message: 'x' })
        },
        tcp: done => {
          const socket = wx.createTCPSocket()
          socket.onConnect(() => socket.write('x'))
          socket.onMessage(() => socket.close())
          // at most 20 are made in 5 minutes, of the virtual clock
          socket.onClose(() => setTimeout(done, 15_001))
          socket.connect(peer(%d))
        },
      }
      globalThis.cycles = async (kind, n) => {
        for (let i = 0; i < n; i++) await new Promise(once[kind])
        return n
      }
      undefined
      """;

  private void cycles(String kind, int times) throws Exception {
    var done = sockets.run.host().eval("await cycles('" + kind + "', " + times + ")");
    assertEquals(String.valueOf(times), done.get(10, TimeUnit.MINUTES));
    sockets.run.settle();
    sockets.server.forget();
  }

  private static void echo(DatagramSocket socket) {
    DatagramPacket packet = new DatagramPacket(new byte[100], 100);
    try {
      while (true) {
        socket.receive(packet);
        socket.send(packet);
      }
    } catch (IOException closed) {
      return;
    }
  }

  private static void echo(ServerSocket server) {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        socket.getInputStream().transferTo(socket.getOutputStream());
      } catch (IOException closed) {
        continue;
      }
    }
  }
}
