package minihost.corpus;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import minihost.host.OtherServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code ChelesteWang/MQTT-WeChat-Client}, with Mosquitto as its broker. */
class MqttClientTest {
  private static final String PAYLOAD = "{\"deviceName\":\"node2\",\"data\":\"MzEuNQ==\"}";
  private static final String CONF =
      """
      listener %d 127.0.0.1
      listener %d 127.0.0.1
      protocol websockets
      allow_anonymous true
      persistence false
      # What goes to the standard output is kept back for half a minute.
      log_dest stderr
      log_type subscribe
      %s\
      """;

  @Test
  @Timeout(120)
  void itSubscribesAndShowsWhatANodeTells(@TempDir Path folder) throws Exception {
    Path mosquitto = OtherServer.program("mosquitto", "install it (package mosquitto)");
    int plain = OtherServer.freePort();
    int web = OtherServer.freePort();
    String user = System.getProperty("user.name").equals("root") ? "user root\n" : "";
    Files.writeString(folder.resolve("mosquitto.conf"), CONF.formatted(plain, web, user));
    List<String> command = List.of(mosquitto.toString(), "-c", "mosquitto.conf");
    try (OtherServer broker = new OtherServer(folder, command, List.of(plain, web));
        TcpRelay relay = new TcpRelay(web);
        CorpusProgram mqtt = new CorpusProgram("MQTT-WeChat-Client")) {
      mqtt.set("hosts.broker.emqx.io:8083=127.0.0.1:" + relay.port());
      mqtt.inRealTime().cutShort().launch().awaitLog("连接成功");
      awaitSubscriptions(mqtt, folder.resolve("log"));
      publish(plain);
      mqtt.awaitLog(PAYLOAD);

      assertEquals("'" + PAYLOAD + "'", mqtt.eval("page.data.message"));
      assertEquals("'31.5'", mqtt.eval("page.data.list[1].temp"));
      assertHandshake(relay);
      assertFrames(relay.sent());
      mqtt.assertNoErrors();
      assertTrue(broker.isAlive());
    }
  }

  private static void awaitSubscriptions(CorpusProgram mqtt, Path log) throws Exception {
    List<String> topics = List.of("test1", "test2", "test3", "test4");
    mqtt.awaitLog("订阅成功 test4");
    List<String> expected = topics.stream().map(topic -> "clientUserId 0 " + topic).toList();
    while (lines(log).size() < expected.size()) Thread.sleep(10);
    assertEquals(expected, lines(log));
  }

  private static List<String> lines(Path log) throws IOException {
    return Files.readString(log)
        .lines()
        .filter(line -> line.contains("clientUserId 0 "))
        .map(line -> line.substring(line.indexOf("clientUserId")))
        .toList();
  }

  /** MQTT 3.1.1 by hand: CONNECT, its answer, PUBLISH with QoS 0, DISCONNECT. */
  private static void publish(int port) throws IOException {
    byte[] topic = "test2".getBytes(UTF_8);
    byte[] payload = PAYLOAD.getBytes(UTF_8);
    try (Socket node = new Socket("127.0.0.1", port)) {
      byte[] connect = {0x10, 13, 0, 4, 'M', 'Q', 'T', 'T', 4, 2, 0, 60, 0, 1, 'n'};
      node.getOutputStream().write(connect);
      assertArrayEquals(new byte[] {0x20, 2, 0, 0}, node.getInputStream().readNBytes(4));
      ByteArrayOutputStream message = new ByteArrayOutputStream();
      message.writeBytes(
          new byte[] {0x30, (byte) (2 + topic.length + payload.length), 0, (byte) topic.length});
      message.writeBytes(topic);
      message.writeBytes(payload);
      message.writeBytes(new byte[] {(byte) 0xE0, 0});
      node.getOutputStream().write(message.toByteArray());
    }
  }

  private static void assertHandshake(TcpRelay relay) {
    for (byte[] way : List.of(relay.sent(), relay.received())) {
      String head = new String(way, ISO_8859_1).split("\r\n\r\n")[0].toLowerCase(Locale.ROOT);
      assertTrue(head.contains("\r\nsec-websocket-protocol: mqtt"), head);
    }
    assertTrue(new String(relay.sent(), ISO_8859_1).startsWith("GET /mqtt HTTP/1.1\r\n"));
  }

  /** Tiny binary frames, in the order of the packets that they make up. */
  private static void assertFrames(byte[] sent) {
    List<byte[]> frames = frames(sent);
    assertTrue(frames.size() >= 30, () -> frames.size() + " frames");
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    for (byte[] frame : frames) {
      assertTrue(frame.length <= 16, () -> frame.length + " bytes");
      stream.writeBytes(frame);
    }
    ByteArrayOutputStream packets = new ByteArrayOutputStream();
    byte[] id = "clientUserId".getBytes(UTF_8);
    packets.writeBytes(
        new byte[] {
          0x10, (byte) (12 + id.length), 0, 4, 'M', 'Q', 'T', 'T', 4, 2, 0, 60, 0, (byte) id.length
        });
    packets.writeBytes(id);
    byte[] expected = packets.toByteArray();
    assertArrayEquals(expected, Arrays.copyOf(stream.toByteArray(), expected.length));
  }

  /** The payloads of the binary frames of a client (RFC 6455 section 5.2), all of them short. */
  private static List<byte[]> frames(byte[] sent) {
    int at = new String(sent, ISO_8859_1).indexOf("\r\n\r\n") + 4;
    List<byte[]> frames = new ArrayList<>();
    while (at < sent.length) {
      assertEquals((byte) 0x82, sent[at], "a whole binary frame");
      int length = sent[at + 1] & 0x7F;
      byte[] payload = new byte[length];
      for (int i = 0; i < length; i++)
        payload[i] = (byte) (sent[at + 6 + i] ^ sent[at + 2 + i % 4]);
      frames.add(payload);
      at += 6 + length;
    }
    return frames;
  }
}
