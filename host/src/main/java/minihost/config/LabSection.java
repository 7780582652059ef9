package minihost.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code lab} of minihost.json: the backend in a box.
 *
 * @param origins {@code https://host[:port]} the lab answers for; empty means no lab
 * @param routes the JavaScript file with the route handlers; absolute
 * @param faults what is wrong with some of the origins
 * @param proxy the port on loopback where a forward proxy listens; 0 for no proxy
 * @param devices what it plays in the local network
 * @param httpdns the HttpDNS provider it plays
 */
public record LabSection(
    List<Setting<String>> origins,
    Optional<Setting<Path>> routes,
    Map<String, Setting<OriginFault>> faults,
    Setting<Integer> proxy,
    List<Setting<LabDevice>> devices,
    Optional<LabHttpDns> httpdns) {
  public static final LabSection NONE = new LabSection(List.of(), Optional.empty());

  /** A lab without faults, proxy, devices and provider. */
  public LabSection(List<Setting<String>> origins, Optional<Setting<Path>> routes) {
    this(origins, routes, Map.of(), Setting.builtIn(0), List.of(), Optional.empty());
  }

  /** Whether anything has to run. */
  public boolean isEmpty() {
    return origins.isEmpty() && !hasProxy() && devices.isEmpty() && httpdns.isEmpty();
  }

  public boolean hasProxy() {
    return proxy.value() != 0;
  }

  public OriginFault fault(String origin) {
    Setting<OriginFault> fault = faults.get(origin);
    return fault == null ? OriginFault.NONE : fault.value();
  }
}
