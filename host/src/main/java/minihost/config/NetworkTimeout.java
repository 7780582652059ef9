package minihost.config;

/**
 * {@code networkTimeout} of app.json (sheet TMO-1): ms, each 60000 when not written. A value above
 * {@link Limits#maxTimeoutMs} stays as written; whoever applies it caps it.
 */
public record NetworkTimeout(
    Setting<Integer> request,
    Setting<Integer> connectSocket,
    Setting<Integer> uploadFile,
    Setting<Integer> downloadFile) {
  public static final int DEFAULT_MS = 60_000;

  static final NetworkTimeout BUILT_IN =
      new NetworkTimeout(
          Setting.builtIn(DEFAULT_MS),
          Setting.builtIn(DEFAULT_MS),
          Setting.builtIn(DEFAULT_MS),
          Setting.builtIn(DEFAULT_MS));
}
