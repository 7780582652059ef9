package minihost.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.SocketFactory;
import okhttp3.Dns;

/**
 * Sends connections for chosen hosts elsewhere, as {@code curl --connect-to} does: URL, SNI,
 * certificate check and Host header keep the name; only the TCP connection goes to the target.
 */
public final class ConnectTo {
  /**
   * One mapping.
   *
   * @param port the URL port it applies to, or -1 for every port
   * @param targetHost empty for a name that shall not be found
   */
  public record Route(String host, int port, String targetHost, int targetPort) {}

  private final List<Route> routes;

  /** Routes with a port come before those without, whatever their order here. */
  public ConnectTo(List<Route> routes) {
    this.routes =
        routes.stream().sorted((a, b) -> Boolean.compare(a.port < 0, b.port < 0)).toList();
  }

  /** The mapping that applies, which leads somewhere. */
  private Optional<Route> reachable(String host, int port) throws UnknownHostException {
    String name = host.toLowerCase(Locale.ROOT);
    Optional<Route> route =
        routes.stream()
            .filter(r -> r.host.equals(name) && (r.port < 0 || r.port == port))
            .findFirst();
    if (route.filter(r -> r.targetHost.isEmpty()).isPresent())
      throw new UnknownHostException(host + ": the lab says so");
    return route;
  }

  /**
   * Names that are mapped are not looked up: the socket knows where to go. Each has an address of
   * its own, lest two of them share an HTTP/2 connection because one certificate names both.
   *
   * @param others how all other names are looked up
   */
  Dns dns(Dns others) {
    return name -> {
      List<String> hosts = routes.stream().map(Route::host).distinct().toList();
      int at = hosts.indexOf(name.toLowerCase(Locale.ROOT));
      return at < 0 ? others.lookup(name) : List.of(placeholder(name, at));
    };
  }

  private static InetAddress placeholder(String name, int number) throws UnknownHostException {
    return InetAddress.getByAddress(
        name, new byte[] {127, (byte) (number >> 16), (byte) (number >> 8), (byte) (number + 1)});
  }

  /**
   * Where a connection or datagram for a host may really go, never empty. Blocks.
   *
   * @param others how names are looked up that are not mapped
   */
  List<InetSocketAddress> resolve(String host, int port, Dns others) throws UnknownHostException {
    Optional<Route> route = reachable(host, port);
    List<InetAddress> found =
        route.isPresent()
            ? List.of(InetAddress.getAllByName(route.get().targetHost))
            : others.lookup(host);
    int to = route.map(Route::targetPort).orElse(port);
    return found.stream().map(address -> new InetSocketAddress(address, to)).toList();
  }

  /** Of calls' connections. */
  SocketFactory sockets(Shaping shaping) {
    return new Sockets(shaping, true, socket -> () -> {});
  }

  /** What happens to a socket around its connect. */
  @FunctionalInterface
  interface Connecting {
    /** Before; what is returned runs once it is connected. */
    Runnable begins(Socket socket) throws IOException;
  }

  /** Of connections that belong to the program's sockets. */
  SocketFactory sockets(Shaping shaping, Connecting watch) {
    return new Sockets(shaping, false, watch);
  }

  private InetSocketAddress target(InetSocketAddress asked) throws UnknownHostException {
    Optional<Route> route = reachable(asked.getHostString(), asked.getPort());
    if (route.isPresent())
      return new InetSocketAddress(
          InetAddress.getByName(route.get().targetHost), route.get().targetPort);
    boolean placeholder = routes.stream().anyMatch(r -> r.host.equals(asked.getHostString()));
    if (!placeholder || asked.getHostString().equals(asked.getAddress().getHostAddress()))
      return asked;
    return new InetSocketAddress(InetAddress.getByName(asked.getHostString()), asked.getPort());
  }

  private final class Sockets extends SocketFactory {
    private final Shaping shaping;
    private final boolean ofCall;
    private final Connecting watch;

    private Sockets(Shaping shaping, boolean ofCall, Connecting watch) {
      this.shaping = shaping;
      this.ofCall = ofCall;
      this.watch = watch;
    }

    @Override
    public Socket createSocket() {
      return new ShapedSocket(shaping, ofCall) {
        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
          Runnable connected = watch.begins(this);
          InetSocketAddress asked = (InetSocketAddress) endpoint;
          connect(asked.getHostString(), asked.getPort(), target(asked), timeout);
          connected.run();
        }
      };
    }

    // OkHttp connects sockets itself; a factory method that connects would pass the mapping by.
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
