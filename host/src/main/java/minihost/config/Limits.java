package minihost.config;

/**
 * How many, and how long.
 *
 * @param overflow what becomes of the HTTP call over the limit
 * @param domainsPerApi entries a domain list may have
 * @param maxTimeoutMs no timeout is longer, in ms
 * @param maxBodyBytes no body that is held in memory is larger, in bytes
 */
public record Limits(
    Setting<Overflow> overflow,
    Setting<Integer> request,
    Setting<Integer> uploadFile,
    Setting<Integer> downloadFile,
    Setting<Integer> connectSocket,
    Setting<Integer> domainsPerApi,
    Setting<Integer> maxTimeoutMs,
    Setting<Integer> maxBodyBytes) {

  /**
   * How many calls of a function may run at a time.
   *
   * @throws IllegalArgumentException for a function without a limit
   */
  public Setting<Integer> of(String api) {
    return switch (api) {
      case "request" -> request;
      case "uploadFile" -> uploadFile;
      case "downloadFile" -> downloadFile;
      case "connectSocket" -> connectSocket;
      default -> throw new IllegalArgumentException(api);
    };
  }

  public enum Overflow {
    QUEUE,
    REJECT
  }
}
