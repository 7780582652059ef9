package minihost.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import javax.net.SocketFactory;
import minihost.config.HostMapping;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;

/** A client that trusts one lab and finds its origins by their own names. */
final class LabClient implements AutoCloseable {
  private final HandshakeCertificates trust;
  private final OkHttpClient http;

  LabClient(Lab lab, Protocol... protocols) {
    trust = new HandshakeCertificates.Builder().addTrustedCertificate(lab.authority()).build();
    List<Protocol> spoken =
        protocols.length == 0 ? List.of(Protocol.HTTP_2, Protocol.HTTP_1_1) : List.of(protocols);
    http =
        new OkHttpClient.Builder()
            .protocols(spoken)
            .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
            .dns(host -> List.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})))
            .socketFactory(new MappedSockets(lab))
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .callTimeout(Duration.ofSeconds(20))
            .readTimeout(Duration.ofSeconds(20))
            .build();
  }

  OkHttpClient http() {
    return http;
  }

  Response get(String url) throws IOException {
    return send(new Request.Builder().url(url).build());
  }

  Response send(Request request) throws IOException {
    return http.newCall(request).execute();
  }

  /** A raw TLS connection that has yet to say something, and speaks HTTP/1.1 if it does. */
  Socket connect(LabOrigin origin) throws IOException {
    Socket socket = trust.sslSocketFactory().createSocket("127.0.0.1", origin.port());
    socket.setSoTimeout(10_000);
    return socket;
  }

  @Override
  public void close() {
    Dispatcher dispatcher = http.dispatcher();
    dispatcher.cancelAll();
    dispatcher.executorService().shutdown();
    http.connectionPool().evictAll();
  }

  private static final class MappedSockets extends SocketFactory {
    private final Lab lab;

    private MappedSockets(Lab lab) {
      this.lab = lab;
    }

    @Override
    public Socket createSocket() {
      return new Socket() {
        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
          super.connect(mapped((InetSocketAddress) endpoint), timeout);
        }
      };
    }

    private InetSocketAddress mapped(InetSocketAddress written) {
      for (HostMapping m : lab.hosts())
        if (m.host().equals(written.getHostName())
            && (m.port() == HostMapping.ANY_PORT || m.port() == written.getPort()))
          return new InetSocketAddress(m.targetHost(), m.targetPort());
      return written;
    }

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
}
