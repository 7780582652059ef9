package minihost.net;

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

  /** Blocks. */
  InetSocketAddress ofUdp(Permit<Ask.Udp> permit) throws UnknownHostException {
    return routes().resolve(permit.ask().address(), permit.ask().port(), this::lookUp);
  }

  /** Blocks. */
  InetSocketAddress ofTcp(Permit<Ask.Tcp> permit) throws UnknownHostException {
    return routes().resolve(permit.ask().address(), permit.ask().port(), this::lookUp);
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
