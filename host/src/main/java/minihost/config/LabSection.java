package minihost.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code lab} of minihost.json: the backend in a box.
 *
 * @param origins {@code https://host[:port]} the lab answers for; empty means no lab
 * @param routes the JavaScript file with the route handlers; absolute
 * @param httpdns the HttpDNS provider it plays
 */
public record LabSection(
    List<Setting<String>> origins, Optional<Setting<Path>> routes, Optional<LabHttpDns> httpdns) {
  public static final LabSection NONE =
      new LabSection(List.of(), Optional.empty(), Optional.empty());

  /** A lab without a provider. */
  public LabSection(List<Setting<String>> origins, Optional<Setting<Path>> routes) {
    this(origins, routes, Optional.empty());
  }
}
