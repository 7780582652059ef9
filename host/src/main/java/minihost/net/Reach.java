package minihost.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Tries whether anything listens at an address; no byte is sent. */
public final class Reach {
  private Reach() {}

  /**
   * @throws IOException if no connection is made within {@code patience}
   */
  public static void check(String host, int port, Duration patience) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), Math.toIntExact(patience.toMillis()));
    }
  }
}
