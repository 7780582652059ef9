package minihost.policy;

import java.util.Optional;
import java.util.function.Supplier;
import minihost.config.Device;

/**
 * What the rules need to know of this moment.
 *
 * @param visibility whether the program is on screen
 * @param lanNow finds the device's place in its LAN, which may take a look at the machine: asked
 *     only for a target that could be a LAN peer
 */
public record Facts(Visibility visibility, Supplier<Optional<Device.Lan>> lanNow) {
  /**
   * @param lan the device's place in its LAN; empty when it has none
   */
  public Facts(Visibility visibility, Optional<Device.Lan> lan) {
    this(visibility, () -> lan);
  }

  public enum Visibility {
    FOREGROUND,
    /** Hidden for less than 5 s. */
    BACKGROUND,
    /** Hidden for 5 s or more. */
    SUSPENDED
  }
}
