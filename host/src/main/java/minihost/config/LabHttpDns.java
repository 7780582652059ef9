package minihost.config;

import java.util.List;
import java.util.Map;

/**
 * {@code lab.httpdns} of minihost.json: an HttpDNS provider in the lab.
 *
 * @param origin {@code http(s)://host[:port]} it answers for, as services give it in {@code url}
 * @param records what it knows, by name in lower case
 * @param quota look-ups it answers before the quota is used up
 * @param delayMs how long each answer takes, in ms
 * @param customers the services it knows
 */
public record LabHttpDns(
    Setting<String> origin,
    Setting<Map<String, Names>> records,
    Setting<Integer> quota,
    Setting<Trouble> trouble,
    Setting<Integer> delayMs,
    List<HttpDnsService> customers) {
  public static final int DEFAULT_QUOTA = 1_000_000;

  /**
   * The addresses of a name.
   *
   * @param ttl for how many seconds they hold
   */
  public record Names(List<String> a, List<String> aaaa, int ttl) {
    @Override
    public String toString() {
      return String.join(" ", a) + (aaaa.isEmpty() ? "" : " " + String.join(" ", aaaa));
    }
  }

  /** What is wrong with the provider, with what was bought from it, or with what is asked. */
  public enum Trouble {
    NONE,
    NOT_BOUGHT,
    EXPIRED,
    UNKNOWN_SERVICE,
    REFUSED_QUERY,
    SYSTEM_ERROR,
    EMPTY_BODY,
    GARBAGE_BODY
  }
}
