package minihost.lab;

import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What one origin shows of itself in a handshake. Its keys and certificates are made at the first
 * one: most origins of most runs see none, and a key takes long to make while a program starts.
 */
final class ServerTls extends ServerSockets {
  /**
   * @param missing the certificate, as PEM text, that a client has to trust in addition; empty
   *     where the run's authority is enough, or nothing would help
   */
  record Shown(TlsLayer layer, Optional<String> missing) {}

  private final Supplier<Shown> making;
  private Shown shown;

  ServerTls(Supplier<Shown> making) {
    this.making = making;
  }

  private synchronized Shown shown() {
    if (shown == null) shown = making.get();
    return shown;
  }

  Optional<String> missing() {
    return shown().missing;
  }

  @Override
  public Socket createSocket(Socket accepted, String host, int port, boolean autoClose)
      throws IOException {
    return shown().layer.createSocket(accepted, host, port, autoClose);
  }
}
