package minihost.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A TLS server on this machine that notes which names clients ask for. */
final class SniServer implements AutoCloseable {
  private final HeldCertificate authority =
      new HeldCertificate.Builder().ecdsa256().certificateAuthority(0).build();
  private final SSLServerSocket server;
  private final Thread thread;
  private final List<String> names = Collections.synchronizedList(new ArrayList<>());
  private final List<String> hosts = Collections.synchronizedList(new ArrayList<>());

  /**
   * @param name what its certificate is for
   */
  SniServer(String name) throws IOException {
    HeldCertificate leaf =
        new HeldCertificate.Builder()
            .ecdsa256()
            .signedBy(authority)
            .addSubjectAlternativeName(name)
            .build();
    var tls = new HandshakeCertificates.Builder().heldCertificate(leaf).build().sslContext();
    InetAddress here = InetAddress.getByName("127.0.0.1");
    server = (SSLServerSocket) tls.getServerSocketFactory().createServerSocket(0, 50, here);
    thread = Thread.ofVirtual().start(this::serve);
  }

  private void serve() {
    while (true) {
      try (SSLSocket client = (SSLSocket) server.accept()) {
        client.startHandshake();
        var session = (ExtendedSSLSession) client.getSession();
        for (SNIServerName asked : session.getRequestedServerNames())
          names.add(((SNIHostName) asked).getAsciiName());
        answer(client);
      } catch (IOException ended) {
        if (server.isClosed()) return;
      }
    }
  }

  private void answer(SSLSocket client) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream()));
    for (String line; (line = in.readLine()) != null && !line.isEmpty(); )
      if (line.startsWith("Host: ")) hosts.add(line.substring("Host: ".length()));
    byte[] says = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}".getBytes();
    client.getOutputStream().write(says);
    client.getOutputStream().flush();
  }

  String authorityPem() {
    return authority.certificatePem();
  }

  int port() {
    return server.getLocalPort();
  }

  /** The server names of the TLS handshakes. */
  List<String> names() {
    return List.copyOf(names);
  }

  /** The Host headers. */
  List<String> hosts() {
    return List.copyOf(hosts);
  }

  @Override
  public void close() {
    try {
      server.close();
      thread.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
