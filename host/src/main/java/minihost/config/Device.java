package minihost.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The phone: its network and its place in a LAN.
 *
 * @param lan the device's own address and mask; empty means the machine's real interface
 * @param systemProxy an HTTP proxy set on the phone; always with a port
 */
public record Device(
    Setting<NetworkType> networkType,
    Optional<Setting<Lan>> lan,
    Optional<Setting<HostAndPort>> systemProxy,
    Setting<WeakNetwork> weakNetwork) {

  /** Who decides that the network is weak: the traffic of the run, or the setting. */
  public enum WeakNetwork {
    AUTO,
    ON,
    OFF;

    /** As the settings write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<WeakNetwork> named(String word) {
      return Arrays.stream(values()).filter(w -> w.word().equals(word)).findFirst();
    }
  }

  /** Dotted IPv4 address and netmask. */
  public record Lan(String ip, String netmask) {}

  /** The values of {@code wx.getNetworkType}. */
  public enum NetworkType {
    WIFI("wifi"),
    G2("2g"),
    G3("3g"),
    G4("4g"),
    G5("5g"),
    UNKNOWN("unknown"),
    NONE("none");

    private final String wxName;

    NetworkType(String wxName) {
      this.wxName = wxName;
    }

    public String wxName() {
      return wxName;
    }

    /** The one that programs call so. */
    public static Optional<NetworkType> named(String wxName) {
      return Arrays.stream(values()).filter(type -> type.wxName.equals(wxName)).findFirst();
    }

    /** What programs call them. */
    public static List<String> names() {
      return Arrays.stream(values()).map(NetworkType::wxName).toList();
    }
  }
}
