package minihost.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import minihost.config.HostMapping;

/**
 * A forward proxy on this machine (RFC 9110, 7.6 and 9.3.6): CONNECT tunnels and plain requests. It
 * leads to the origins of its lab and to what {@link #knows} names; all else gets 502. Any thread.
 */
public final class LabProxy implements AutoCloseable {
  private static final int OK = 200;

  private final List<LabOrigin> origins;
  private final ServerSocket server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final List<HostMapping> more = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private volatile int verdict = OK;

  /**
   * @param port 0 for any free one
   * @param origins the lab's, which may still grow
   */
  LabProxy(int port, List<LabOrigin> origins) throws IOException {
    this.origins = origins;
    server = new ServerSocket(port, 50, InetAddress.getByName(LabServer.ADDRESS));
    thread = Thread.ofVirtual().name("lab-proxy").start(this::accept);
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return (InetSocketAddress) server.getLocalSocketAddress();
  }

  /** {@code CONNECT api.example.com:443} or {@code GET http://host/path}, oldest first. */
  public List<String> seen() {
    return List.copyOf(seen);
  }

  /** Adds ways to hosts that the lab does not play. */
  public void knows(List<HostMapping> mappings) {
    more.addAll(mappings);
  }

  /**
   * Answers everything with this status from now on, 407 or 502 for instance; 200 to work again.
   */
  public void answer(int status) {
    verdict = status;
  }

  void forget() {
    seen.clear();
  }

  private void accept() {
    while (true) {
      try {
        Socket client = server.accept();
        open.add(client);
        if (server.isClosed()) Quietly.run(client::close);
        Thread.startVirtualThread(() -> serve(client));
      } catch (IOException e) {
        if (server.isClosed()) return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      ProxyRequest request = ProxyRequest.read(client.getInputStream());
      seen.add(request.method() + " " + request.target());
      OutputStream out = client.getOutputStream();
      if (verdict != OK) {
        say(out, verdict, verdict == 407 ? "Proxy-Authenticate: Basic realm=\"lab\"\r\n" : "");
        return;
      }
      Optional<InetSocketAddress> way = way(request.host(), request.port());
      if (way.isEmpty()) say(out, 502, "");
      else join(client, request, way.get());
    } catch (IOException gone) {
      // one of the two sides has hung up
    } finally {
      open.remove(client);
    }
  }

  private void join(Socket client, ProxyRequest request, InetSocketAddress way) throws IOException {
    try (Socket target = new Socket()) {
      open.add(target);
      try {
        target.connect(way);
      } catch (IOException unreachable) {
        say(client.getOutputStream(), 502, "");
        return;
      }
      if (request.isConnect()) say(client.getOutputStream(), OK, "");
      else target.getOutputStream().write(request.onward());
      Thread back = Thread.startVirtualThread(() -> pump(target, client));
      pump(client, target);
      back.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.removeIf(Socket::isClosed);
    }
  }

  /** Carries bytes one way, and then ends that way. */
  private static void pump(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      in.transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException gone) {
      Quietly.run(from::close);
      Quietly.run(to::close);
    }
  }

  private static void say(OutputStream out, int status, String header) throws IOException {
    String head = "HTTP/1.1 " + status + " by the lab's proxy\r\n" + header;
    String end = status == OK ? "\r\n" : "Content-Length: 0\r\nConnection: close\r\n\r\n";
    out.write((head + end).getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /** Where a host really is; empty for one the proxy does not lead to. */
  private Optional<InetSocketAddress> way(String host, int port) throws IOException {
    for (LabOrigin origin : origins) {
      if (origin.mapping().isPresent()) {
        if (leads(origin.mapping().get(), host, port)) return target(origin.mapping().get());
      } else if (origin.url().equals("http://" + host + ":" + port)) {
        return Optional.of(new InetSocketAddress(InetAddress.getByName(host), port));
      }
    }
    for (HostMapping mapping : more) if (leads(mapping, host, port)) return target(mapping);
    return Optional.empty();
  }

  private static boolean leads(HostMapping mapping, String host, int port) {
    return mapping.host().equalsIgnoreCase(host)
        && (mapping.port() == HostMapping.ANY_PORT || mapping.port() == port);
  }

  private static Optional<InetSocketAddress> target(HostMapping mapping) throws IOException {
    if (mapping.targetHost().isEmpty()) return Optional.empty();
    InetAddress address = InetAddress.getByName(mapping.targetHost());
    return Optional.of(new InetSocketAddress(address, mapping.targetPort()));
  }

  /** Ends every connection and waits for the thread that accepts them. */
  @Override
  public void close() {
    Quietly.run(server::close);
    open.forEach(socket -> Quietly.run(socket::close));
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
