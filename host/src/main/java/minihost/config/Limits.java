package minihost.config;

/**
 * How many, and how long.
 *
 * @param overflow what becomes of the HTTP call over the limit
 * @param domainsPerApi entries a domain list may have
 * @param maxTimeoutMs no timeout is longer, in ms
 */
public record Limits(
    Setting<Overflow> overflow,
    Setting<Integer> request,
    Setting<Integer> uploadFile,
    Setting<Integer> downloadFile,
    Setting<Integer> connectSocket,
    Setting<Integer> domainsPerApi,
    Setting<Integer> maxTimeoutMs) {

  public enum Overflow {
    QUEUE,
    REJECT
  }
}
