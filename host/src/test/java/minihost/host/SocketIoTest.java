package minihost.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The socket.io client for mini programs, unmodified, with a socket.io server. */
class SocketIoTest {
  private static final String PAGE =
      """
      const io = require('../../utils/io.js');
      Page({
        onLoad() {
          this.socket = io('https://io.example.com', { transports: ['websocket'], reconnection: false });
          this.socket.on('connect', () => console.log('connect'));
          this.socket.on('connect_error', e => console.log('error', e.message));
          this.socket.on('disconnect', why => console.log('disconnect', why));
          this.socket.on('joined', (room, bytes) => console.log('joined', room, bytes.byteLength));
        },
      })
      """;

  @TempDir private static Path folder;
  private static OtherServer node;
  private static int port;

  private TestRun run;

  @BeforeAll
  static void startNode() throws IOException {
    NodeModules.library("socket.io");
    NodeModules.library("weapp.socket.io");
    OtherServer.certify(folder, "io.example.com");
    port = OtherServer.freePort();
    List<String> command =
        NodeModules.command(
            folder,
            "socket-io-server.js",
            String.valueOf(port),
            OtherServer.CERTIFICATE,
            OtherServer.KEY);
    node = new OtherServer(folder, command, List.of(port));
  }

  @AfterAll
  static void stopNode() {
    if (node != null) node.close();
  }

  @BeforeEach
  void start() throws Exception {
    run =
        new TestRun()
            .inRealTime()
            .set("trust=[\"" + folder.resolve(OtherServer.CA) + "\"]")
            .set("domains.wsrequestdomain=[\"wss://io.example.com\"]")
            .set("hosts.io.example.com=127.0.0.1:" + port)
            .file("utils/io.js", NodeModules.text("weapp.socket.io", "lib/weapp.socket.io.js"))
            .file("pages/index/index.js", PAGE);
    run.start();
    run.awaitLog(1).assertLog("connect");
  }

  @AfterEach
  void close() throws Exception {
    if (run == null) return;
    run.script("getCurrentPages()[0].socket.close(); undefined").settle();
    run.close();
  }

  @Test
  void eventsAndAcknowledgementsGoRound() throws Exception {
    run.script(
        """
        const { socket } = getCurrentPages()[0];
        socket.emit('echo', { 茶: 1 }, answer => console.log(JSON.stringify(answer)));
        undefined
        """);
    run.awaitLog(2).assertLog("connect", "{\"got\":{\"茶\":1}}");
  }

  @Test
  void binaryAttachmentsArrive() throws Exception {
    run.script("getCurrentPages()[0].socket.emit('join', 'tea'); undefined");
    run.awaitLog(2).assertLog("connect", "joined tea 3");
  }

  @Test
  void theServersGoodbyeIsTold() throws Exception {
    run.script("getCurrentPages()[0].socket.emit('leave'); undefined");
    run.awaitLog(2).assertLog("connect", "disconnect io server disconnect");
  }
}
