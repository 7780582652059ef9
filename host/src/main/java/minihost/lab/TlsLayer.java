package minihost.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Puts TLS 1.2 or 1.3 on accepted connections, and tells each of them about its layer. */
final class TlsLayer extends SSLSocketFactory {
  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  private final SSLSocketFactory certified;

  TlsLayer(SSLSocketFactory certified) {
    this.certified = certified;
  }

  @Override
  public Socket createSocket(Socket accepted, String host, int port, boolean autoClose)
      throws IOException {
    SSLSocket layer = (SSLSocket) certified.createSocket(accepted, host, port, autoClose);
    layer.setEnabledProtocols(PROTOCOLS);
    ((LabSocket) accepted).securedBy(layer);
    return layer;
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return certified.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return certified.getSupportedCipherSuites();
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
    throw new UnsupportedOperationException();
  }
}
