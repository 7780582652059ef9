package minihost.net;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import minihost.config.Device.NetworkType;

/**
 * Networks as people name them. The figures are those of single packets, not of whole requests: the
 * round trips of a new connection, of TLS and of the request each cost the latency. 2g, 3g and 4g
 * are WebPageTest's "2G", "3G" and "4G"; slow-3g is its "3G - Slow"; fast-3g and slow-4g are what
 * Lighthouse and Chrome's DevTools throttle mobile networks to, before DevTools multiplies the
 * latency because it delays whole requests.
 */
public enum Preset {
  G2("2g", NetworkType.G2, 800, 280, 256, 0),
  SLOW_3G("slow-3g", NetworkType.G3, 400, 400, 400, 0),
  G3("3g", NetworkType.G3, 300, 1600, 768, 0),
  FAST_3G("fast-3g", NetworkType.G3, 150, 1638, 768, 0),
  SLOW_4G("slow-4g", NetworkType.G4, 150, 1638, 768, 0),
  G4("4g", NetworkType.G4, 170, 9000, 9000, 0),
  /** Ours: handshakes take more than the 400 ms of the sheet, and packets are lost. */
  WEAK("weak", NetworkType.G4, 600, 400, 200, 0.05),
  OFFLINE("offline", NetworkType.NONE, 0, 0, 0, 0),
  /** The network as it is: nothing is shaped. */
  WIFI("wifi", NetworkType.WIFI, 0, 0, 0, 0);

  private static final int BYTES_PER_KBIT = 125;

  private final String word;
  private final NetworkType type;
  private final long latencyMs;
  private final long downKbit;
  private final long upKbit;
  private final double loss;

  Preset(String word, NetworkType type, long latencyMs, long downKbit, long upKbit, double loss) {
    this.word = word;
    this.type = type;
    this.latencyMs = latencyMs;
    this.downKbit = downKbit;
    this.upKbit = upKbit;
    this.loss = loss;
  }

  /** In any case, with blanks or hyphens: {@code Slow 3G} is {@code slow-3g}. */
  public static Optional<Preset> named(String name) {
    String word = name.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", "-");
    return Arrays.stream(values()).filter(p -> p.word.equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(Preset::word).toList();
  }

  public String word() {
    return word;
  }

  public NetworkType type() {
    return type;
  }

  /** The shape, beside the faults that there are. */
  public Shape shape(Shape now) {
    return new Shape(
        latencyMs, downKbit * BYTES_PER_KBIT, upKbit * BYTES_PER_KBIT, loss, now.faults());
  }
}
