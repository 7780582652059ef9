package minihost.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Offers every version and cipher the JDK still has, but those without encryption or a server. */
final class EverythingOn extends SSLSocketFactory {
  private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2", "TLSv1.1", "TLSv1"};

  private final SSLSocketFactory jdk;
  private final String[] ciphers;

  EverythingOn(SSLSocketFactory jdk) {
    this.jdk = jdk;
    ciphers =
        Arrays.stream(jdk.getSupportedCipherSuites())
            .filter(name -> !name.contains("_anon_") && !name.contains("_NULL_"))
            .toArray(String[]::new);
  }

  @Override
  public Socket createSocket(Socket connected, String host, int port, boolean autoClose)
      throws IOException {
    SSLSocket layer = (SSLSocket) jdk.createSocket(connected, host, port, autoClose);
    layer.setEnabledProtocols(VERSIONS);
    layer.setEnabledCipherSuites(ciphers);
    return layer;
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return ciphers.clone();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return ciphers.clone();
  }

  // TLS is only ever put on sockets that are connected already.
  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException();
  }
}
