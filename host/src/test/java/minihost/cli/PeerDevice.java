package minihost.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/**
 * A device of the LAN, as a process: says every connection and datagram that reaches it, in a line,
 * answers HTTP with its name and what it was sent, and echoes datagrams, messages of a WebSocket
 * and, on two other ports, bytes.
 */
final class PeerDevice {
  static final int HTTP = 8200;
  static final int TCP = 8201;
  static final int UDP = 8202;
  static final int WS = 8203;
  static final int FORBIDDEN = 8050;

  private PeerDevice() {}

  public static void main(String[] args) throws Exception {
    HttpServer http = HttpServer.create(new InetSocketAddress(HTTP), 0);
    http.createContext("/", PeerDevice::answer);
    http.start();
    for (int port : new int[] {TCP, FORBIDDEN}) {
      ServerSocket server = new ServerSocket(port);
      Thread.startVirtualThread(() -> echo(server));
    }
    webSocket();
    DatagramSocket udp = new DatagramSocket(UDP);
    say("ready");
    while (true) {
      DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
      udp.receive(packet);
      say("udp from " + packet.getAddress().getHostAddress());
      udp.send(packet);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String from = exchange.getRemoteAddress().getAddress().getHostAddress();
    say("http " + exchange.getRequestMethod() + " from " + from);
    byte[] sent = exchange.getRequestBody().readAllBytes();
    boolean has = new String(sent, StandardCharsets.UTF_8).contains("App(");
    byte[] body = (has ? "the lamp has app.js" : "the lamp").getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static void echo(ServerSocket server) {
    while (true) {
      try (Socket socket = server.accept()) {
        say("tcp from " + socket.getInetAddress().getHostAddress());
        socket.getInputStream().transferTo(socket.getOutputStream());
      } catch (IOException gone) {
        continue; // the next may come
      }
    }
  }

  private static void webSocket() throws IOException {
    MockWebServer server = new MockWebServer();
    WebSocketListener echo =
        new WebSocketListener() {
          @Override
          public void onMessage(WebSocket socket, String text) {
            socket.send(text);
          }

          @Override
          public void onClosing(WebSocket socket, int code, String reason) {
            socket.close(code, reason);
          }
        };
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            say("ws");
            return new MockResponse.Builder().webSocketUpgrade(echo).build();
          }
        });
    server.start(InetAddress.ofLiteral("0.0.0.0"), WS);
  }

  private static synchronized void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
