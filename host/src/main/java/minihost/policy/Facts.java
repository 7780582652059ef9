package minihost.policy;

import java.util.Optional;
import minihost.config.Device;

/**
 * What the rules need to know of this moment.
 *
 * @param visibility whether the program is on screen
 * @param lan the device's place in its LAN; empty when it has none
 */
public record Facts(Visibility visibility, Optional<Device.Lan> lan) {
  public enum Visibility {
    FOREGROUND,
    /** Hidden for less than 5 s. */
    BACKGROUND,
    /** Hidden for 5 s or more. */
    SUSPENDED
  }
}
