package minihost.dns;

import java.net.InetAddress;
import java.util.List;

/**
 * What a provider knows of a name.
 *
 * @param addresses IPv4 first; empty when it knows none
 * @param ttl seconds they hold
 */
record Found(List<InetAddress> addresses, long ttl) {}
