package minihost.net;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How good a network is.
 *
 * @param latencyMs a round trip of a packet, besides what the real one takes
 * @param down bytes per second that arrive, all connections together; 0 for as many as there are
 * @param up the same for those that are sent
 * @param loss the share of packets that is lost, 0 to 1
 * @param faults what is wrong with hosts, by {@code name}, {@code *.name}, {@code *}, each also
 *     with {@code :port}; the latest that fits counts
 */
public record Shape(long latencyMs, long down, long up, double loss, Map<String, Fault> faults) {
  /** The network as it is. */
  public static final Shape NONE = new Shape(0, 0, 0, 0, Map.of());

  private static final int SEGMENT = 1460; // bytes of TCP in an Ethernet frame

  public Shape withLatency(long ms) {
    return new Shape(ms, down, up, loss, faults);
  }

  public Shape withBandwidth(long down, long up) {
    return new Shape(latencyMs, down, up, loss, faults);
  }

  public Shape withLoss(double loss) {
    return new Shape(latencyMs, down, up, loss, faults);
  }

  /**
   * @param fault empty to take it away
   */
  public Shape withFault(String hosts, Optional<Fault> fault) {
    Map<String, Fault> more = new LinkedHashMap<>(faults);
    more.remove(hosts);
    fault.ifPresent(f -> more.put(hosts, f));
    return new Shape(latencyMs, down, up, loss, more);
  }

  Optional<Fault> fault(String host, int port) {
    Optional<Fault> found = Optional.empty();
    for (Map.Entry<String, Fault> e : faults.entrySet())
      if (fits(e.getKey().toLowerCase(Locale.ROOT), host.toLowerCase(Locale.ROOT), port))
        found = Optional.of(e.getValue());
    return found;
  }

  private static boolean fits(String pattern, String host, int port) {
    String name = pattern;
    int colon = pattern.lastIndexOf(':');
    if (colon >= 0 && colon == pattern.indexOf(':')) {
      if (!pattern.substring(colon + 1).equals(String.valueOf(port))) return false;
      name = pattern.substring(0, colon);
    }
    return name.equals("*")
        || name.equals(host)
        || name.startsWith("*.") && host.endsWith(name.substring(1));
  }

  /** How likely it is that so many bytes lose a packet. */
  double lossOf(long bytes) {
    return 1 - Math.pow(1 - loss, Math.max(1, (bytes + SEGMENT - 1) / SEGMENT));
  }
}
