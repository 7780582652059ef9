package minihost.config;

import minihost.reason.Origin;

/**
 * One legal entry of a domain list.
 *
 * @param text as written
 * @param host lower case
 * @param port the literal port, or {@link #NO_PORT}: for https the two differ (sheet DOM-4, DOM-5)
 */
public record DomainEntry(String text, String scheme, String host, int port, Origin origin) {
  public static final int NO_PORT = -1;
}
