package minihost.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import minihost.dns.Prefetch;
import minihost.policy.Ask;
import minihost.policy.Gate.Permit;
import okhttp3.Dns;

/**
 * Where datagrams and TCP connections really go, once the policy has admitted them: by the same
 * mappings and the same look-ups as exchanges of HTTP. Any thread but the JS thread.
 */
public final class Addresses {
  private final Supplier<Http.Wiring> wiring;
  private final Prefetch prefetch;
  private ConnectTo routes;

  /**
   * @param wiring asked once, at the first use, on that thread; may wait for the lab
   */
  public Addresses(Supplier<Http.Wiring> wiring, Prefetch prefetch) {
    this.wiring = wiring;
    this.prefetch = prefetch;
  }

  /**
   * Blocks.
   *
   * @param version6 whether the socket speaks IPv6: to addresses of the other family it cannot
   */
  InetSocketAddress ofUdp(Permit<Ask.Udp> permit, boolean version6) throws UnknownHostException {
    return of(permit.ask().address(), permit.ask().port(), version6, this::lookUp);
  }

  /** As {@link #ofUdp}. */
  InetSocketAddress ofTcp(Permit<Ask.Tcp> permit, boolean version6) throws UnknownHostException {
    return of(permit.ask().address(), permit.ask().port(), version6, this::lookUp);
  }

  /** Where one of the addresses leads that HttpDNS has given for a peer. */
  InetSocketAddress ofGiven(Permit<Ask.Tcp> permit, InetAddress given, boolean version6)
      throws UnknownHostException {
    return of(given.getHostAddress(), permit.ask().port(), version6, name -> List.of(given));
  }

  private InetSocketAddress of(String host, int port, boolean version6, Dns lookUp)
      throws UnknownHostException {
    return routes().resolve(host, port, lookUp).stream()
        .filter(to -> to.getAddress() instanceof Inet6Address == version6)
        .findFirst()
        .orElseThrow(
            () -> new UnknownHostException(host + " has no IPv" + (version6 ? 6 : 4) + " address"));
  }

  private synchronized ConnectTo routes() {
    if (routes == null) routes = wiring.get().routes();
    return routes;
  }

  private List<InetAddress> lookUp(String name) throws UnknownHostException {
    Optional<List<InetAddress>> early = prefetch.addresses(name);
    return early.isPresent() ? early.get() : Dns.SYSTEM.lookup(name);
  }
}
