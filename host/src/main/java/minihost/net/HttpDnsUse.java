package minihost.net;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import minihost.dns.LookUp;
import minihost.reason.Explained;
import minihost.reason.Reason;
import okhttp3.Dns;

/**
 * The part HttpDNS plays in one call: asked about the host of the call's URL, never about another
 * that a redirect leads to (sheet 1.8). The exchange's thread writes it; any thread may read.
 */
public final class HttpDnsUse {
  private final String host;
  private final Optional<LookUp> lookUp;
  private final boolean fallback;
  private final List<Reason> reasons = new ArrayList<>(); // guarded by this, as are the next two
  private boolean used;
  private int attempts;

  private HttpDnsUse(String host, Optional<LookUp> lookUp, boolean fallback) {
    this.host = host.toLowerCase(Locale.ROOT);
    this.lookUp = lookUp;
    this.fallback = fallback;
  }

  /** Names are looked up as ever. */
  public static HttpDnsUse none() {
    return new HttpDnsUse("", Optional.empty(), true);
  }

  static HttpDnsUse of(String host, LookUp lookUp, boolean fallback) {
    return new HttpDnsUse(host, Optional.of(lookUp), fallback);
  }

  /** What waits for the provider; empty when none is asked. */
  public Optional<LookUp> lookUp() {
    return lookUp;
  }

  /** Whether the last connection went to an address of the provider's. */
  public synchronized boolean used() {
    return used;
  }

  /** Why it did not, in order. */
  public synchronized List<Reason> reasons() {
    return List.copyOf(reasons);
  }

  /** Attempts to connect after the first one. */
  public synchronized int retries() {
    return Math.max(0, attempts - 1);
  }

  /**
   * The addresses for a host, when HttpDNS is to be used for it. Blocks.
   *
   * @throws IOException when there are none and local DNS may not be used instead
   */
  Optional<Given> addresses(String name, Cancellation cancellation) throws IOException {
    if (lookUp.isEmpty() || !name.equalsIgnoreCase(host)) return Optional.empty();
    cancellation.onCancel(lookUp.get()::cancel);
    try {
      return Optional.of(new Given(host, lookUp.get().await()));
    } catch (IOException e) {
      Optional<Reason> reason = Explained.in(e);
      if (reason.isEmpty()) throw e; // interrupted: the run ends
      instead(reason.get());
      if (!fallback) throw e;
      return Optional.empty();
    }
  }

  /** Says that no address of the provider's could be connected to. */
  void unreachable(NetFailure.Failed why) throws IOException {
    instead(why.reason());
    if (!fallback) throw why;
  }

  private synchronized void instead(Reason why) {
    if (!reasons.contains(why)) reasons.add(why);
  }

  synchronized void connected(boolean byHttpDns, int connects) {
    used = byHttpDns;
    attempts = connects;
  }

  /**
   * Addresses instead of a look-up. Connections are reused by calls with equal ones only: OkHttp
   * keeps them apart by this.
   */
  record Given(String host, List<InetAddress> addresses) implements Dns {
    @Override
    public List<InetAddress> lookup(String name) {
      return addresses;
    }
  }
}
