package minihost.config;

import minihost.reason.Origin;

/**
 * Sends connections for a host elsewhere, as {@code curl --connect-to} does; the policy still
 * judges the URL as written.
 *
 * @param host lower case name or IP literal
 * @param port the only port this applies to, or {@link #ANY_PORT}
 * @param targetHost IP literal or name to connect to; empty where the lab plays a name that cannot
 *     be found
 * @param plainHttp the target speaks plain HTTP, so TLS ends inside this run
 */
public record HostMapping(
    String host, int port, String targetHost, int targetPort, boolean plainHttp, Origin origin) {
  public static final int ANY_PORT = -1;
}
