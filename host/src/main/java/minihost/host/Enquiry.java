package minihost.host;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import minihost.config.Device;
import minihost.config.HostMapping;
import minihost.config.Settings;
import minihost.net.LocalNetwork;
import minihost.net.Reach;
import minihost.policy.Ask;
import minihost.policy.Decision;
import minihost.policy.Facts;
import minihost.policy.Gate;
import minihost.policy.Rulebook;

/** What can be said of a configuration without running anything. */
public final class Enquiry {
  private final Settings settings;

  public Enquiry(Settings settings) {
    this.settings = settings;
  }

  /** What would become of a call made in foreground. */
  public Decision explain(Ask ask) {
    return new Gate(new Rulebook(settings), this::foreground, settings.limits(), (call, said) -> {})
        .explain(ask);
  }

  private Facts foreground() {
    Device device = settings.device();
    return new Facts(
        Facts.Visibility.FOREGROUND, () -> LocalNetwork.of(device, device.networkType().value()));
  }

  /** Why nothing can be sent to a mapping's target; empty when something accepts connections. */
  public static Optional<String> unreachable(HostMapping mapping, Duration patience) {
    try {
      Reach.check(mapping.targetHost(), mapping.targetPort(), patience);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
