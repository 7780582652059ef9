package minihost.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import minihost.reason.Origin;

/** Reads {@code hosts} of minihost.json: who is reached under another address. */
final class HostsReader {
  private static final String PLAIN = "http://";

  private HostsReader() {}

  static List<HostMapping> read(Fields hosts) {
    List<HostMapping> mappings = new ArrayList<>();
    Map<String, Origin> seen = new HashMap<>();
    hosts
        .members()
        .forEach(
            (key, value) ->
                read(hosts.problems(), key, value)
                    .ifPresent(
                        mapping -> {
                          String id = mapping.host() + " " + mapping.port();
                          Origin first = seen.putIfAbsent(id, value.origin());
                          if (first == null) mappings.add(mapping);
                          else
                            hosts
                                .problems()
                                .problem(
                                    ConfigCode.DUPLICATE_ENTRY,
                                    value.origin(),
                                    Keys.HOSTS,
                                    Fields.quote(key),
                                    first);
                        }));
    return List.copyOf(mappings);
  }

  private static Optional<HostMapping> read(Problems problems, String key, Json value) {
    Optional<HostAndPort> from = HostAndPort.of(key);
    if (from.isEmpty())
      problems.problem(ConfigCode.BAD_HOST_KEY, value.origin(), Fields.quote(key));
    if (!(value instanceof Json.Text text)) {
      problems.wrongType(value, "a string", "\"127.0.0.1:3000\"");
      return Optional.empty();
    }
    boolean plain = text.value().regionMatches(true, 0, PLAIN, 0, PLAIN.length());
    Optional<HostAndPort> to =
        HostAndPort.of(plain ? text.value().substring(PLAIN.length()) : text.value())
            .filter(target -> target.port() != HostMapping.ANY_PORT);
    if (to.isEmpty())
      problems.problem(
          ConfigCode.BAD_HOST_TARGET, value.origin(), value.origin().key(), value.shown());
    if (from.isEmpty() || to.isEmpty()) return Optional.empty();
    return Optional.of(
        new HostMapping(
            from.get().host(),
            from.get().port(),
            to.get().host(),
            to.get().port(),
            plain,
            value.origin()));
  }
}
