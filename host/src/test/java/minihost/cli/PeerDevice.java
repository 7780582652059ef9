package minihost.cli;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A device of the LAN, as a process: says every connection and datagram that reaches it, in a line,
 * answers HTTP with its name, and echoes datagrams and, on another port, bytes.
 */
final class PeerDevice {
  static final int HTTP = 8200;
  static final int TCP = 8201;
  static final int UDP = 8202;

  private PeerDevice() {}

  public static void main(String[] args) throws Exception {
    ServerSocket http = new ServerSocket(HTTP);
    ServerSocket tcp = new ServerSocket(TCP);
    DatagramSocket udp = new DatagramSocket(UDP);
    Thread.startVirtualThread(() -> serve("http", http, PeerDevice::answer));
    Thread.startVirtualThread(
        () -> serve("tcp", tcp, s -> s.getInputStream().transferTo(s.getOutputStream())));
    say("ready");
    while (true) {
      DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
      udp.receive(packet);
      say("udp from " + packet.getAddress().getHostAddress());
      udp.send(packet);
    }
  }

  private interface Service {
    void on(Socket socket) throws IOException;
  }

  private static void serve(String name, ServerSocket server, Service service) {
    while (true) {
      try (Socket socket = server.accept()) {
        say(name + " from " + socket.getInetAddress().getHostAddress());
        service.on(socket);
      } catch (IOException gone) {
        say(name + " ended: " + gone.getMessage());
      }
    }
  }

  private static void answer(Socket socket) throws IOException {
    byte[] body = "\"the lamp\"".getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + body.length + "\r\n\r\n";
    socket.getInputStream().read(new byte[4096]);
    socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().write(body);
  }

  private static synchronized void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
