package minihost.config;

import java.util.Locale;

/**
 * A setting that minihost.json, the environment or {@code --set} can give.
 *
 * @param path such as {@code limits.maxTimeoutMs}
 */
record Key(String path, Type type) {
  /** What a text given outside a file is read as. */
  enum Type {
    WORD(true),
    NUMBER(true),
    FLAG(true),
    LIST(false),
    OBJECT(false);

    private final boolean scalar;

    Type(boolean scalar) {
      this.scalar = scalar;
    }

    boolean scalar() {
      return scalar;
    }
  }

  /** {@code MINIHOST_LIMITS_MAX_TIMEOUT_MS}: dots and camel humps become underscores. */
  String variable() {
    return "MINIHOST_"
        + path.replaceAll("([a-z])([A-Z])", "$1_$2").replace('.', '_').toUpperCase(Locale.ROOT);
  }

  /** The last part of the path. */
  String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** All but the last part of the path; empty at the top. */
  String parent() {
    return path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "";
  }
}
