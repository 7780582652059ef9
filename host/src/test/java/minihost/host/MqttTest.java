package minihost.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** mqtt.js, unmodified, by its transport for mini programs, with a Mosquitto broker. */
class MqttTest {
  private static final String CONF =
      """
      # Some versions refuse to run with a listener for WebSockets alone.
      listener %d 127.0.0.1
      listener %d
      protocol websockets
      cafile %s
      certfile %s
      keyfile %s
      allow_anonymous true
      persistence false
      %s\
      """;

  private static final String CONNECT =
      """
      const mqtt = require('../../utils/mqtt.js');
      const text = payload => payload.toString();
      Page({
        onLoad() {
          this.client = mqtt.connect('wxs://mqtt.example.com/mqtt');
          this.client.on('connect', () => console.log('connect'));
          this.client.on('error', e => console.log('error', e.message));
          this.client.on('message', (topic, payload) => console.log(topic, text(payload)));
        },
      })
      """;

  @TempDir private static Path folder;
  private static OtherServer broker;
  private static int port;

  private TestRun run;

  @BeforeAll
  static void startBroker() throws IOException {
    Path program = OtherServer.program("mosquitto", "install it (package mosquitto)");
    NodeModules.library("mqtt");
    OtherServer.certify(folder, "mqtt.example.com");
    port = OtherServer.freePort();
    boolean root = System.getProperty("user.name").equals("root");
    String conf =
        CONF.formatted(
            OtherServer.freePort(),
            port,
            folder.resolve(OtherServer.CA),
            folder.resolve(OtherServer.CERTIFICATE),
            folder.resolve(OtherServer.KEY),
            root ? "user root\n" : "");
    Files.writeString(folder.resolve("mosquitto.conf"), conf);
    List<String> command = List.of(program.toString(), "-c", "mosquitto.conf");
    broker = new OtherServer(folder, command, List.of(port));
  }

  @AfterAll
  static void stopBroker() {
    if (broker != null) broker.close();
  }

  @BeforeEach
  void start() throws Exception {
    run =
        new TestRun()
            .inRealTime() // it would time out at once by a clock that moves by itself
            .set("trust=[\"" + folder.resolve(OtherServer.CA) + "\"]")
            .set("domains.wsrequestdomain=[\"wss://mqtt.example.com\"]")
            .set("hosts.mqtt.example.com=127.0.0.1:" + port)
            .file("utils/mqtt.js", NodeModules.text("mqtt", "dist/mqtt.min.js"))
            .file("pages/index/index.js", CONNECT);
    run.start();
    run.awaitLog(1).assertLog("connect");
  }

  @AfterEach
  void close() throws Exception {
    if (run == null) return;
    run.script("getCurrentPages()[0].client.end(true); undefined").settle();
    run.closeWithCallsInFlight(); // it closes its socket some time later
    run.close();
  }

  @Test
  void messagesGoRound() throws Exception {
    run.script(
        """
        const { client } = getCurrentPages()[0];
        client.subscribe('room/#', { qos: 1 }, e => {
          console.log('subscribed', String(e));
          client.publish('room/茶', '你好', { qos: 1 }, () => client.publish('room/big', 'x'.repeat(100000), { qos: 1 }));
        });
        undefined
        """);
    run.awaitLog(4)
        .assertLog("connect", "subscribed null", "room/茶 你好", "room/big " + "x".repeat(100_000));
  }
}
