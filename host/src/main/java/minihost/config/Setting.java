package minihost.config;

import minihost.reason.Origin;

/** A value and where it was written. */
public record Setting<T>(T value, Origin origin) {
  public static <T> Setting<T> builtIn(T value) {
    return new Setting<>(value, Origin.BUILT_IN);
  }
}
