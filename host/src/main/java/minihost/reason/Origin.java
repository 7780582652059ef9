package minihost.reason;

/**
 * Where a setting or a statement was written, in words a person can act on.
 *
 * @param file a file name as the user knows it, {@code --set}, an environment variable, or the
 *     built-in default
 * @param line 1-based line in the file, 0 where there is none
 * @param key the path of the setting, such as {@code domains.requestdomain}; may be empty
 */
public record Origin(String file, int line, String key) {
  public static final Origin BUILT_IN = new Origin("built-in default", 0, "");

  public static Origin of(String file, String key) {
    return new Origin(file, 0, key);
  }

  /** {@code minihost.json:3}, or {@code --set limits.request}. */
  @Override
  public String toString() {
    if (line > 0) return file + ":" + line;
    return key.isEmpty() ? file : file + " " + key;
  }
}
