package minihost.config;

import java.util.Locale;
import java.util.Optional;

/** Where a service of this host's own is: a scheme, a name or IP address, perhaps a port. */
final class ProviderUrl {
  private static final String EXAMPLE = "\"https://119.29.29.99\"";

  private ProviderUrl() {}

  /** The URL of a required field in lower case, without a slash at its end. */
  static Optional<String> read(Fields section, String key) {
    if (section.get(key).isEmpty())
      section
          .problems()
          .problem(ConfigCode.MISSING_KEY, section.origin(), section.path(key), EXAMPLE);
    Optional<Setting<String>> text = section.text(key, EXAMPLE);
    if (text.isEmpty()) return Optional.empty();
    Optional<String> url = of(text.get().value());
    if (url.isPresent()) return url;
    Json value = section.get(key).orElseThrow();
    section
        .problems()
        .problem(ConfigCode.BAD_PROVIDER_URL, value.origin(), value.origin().key(), value.shown());
    return Optional.empty();
  }

  private static Optional<String> of(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String scheme : new String[] {"http://", "https://"}) {
      if (!lower.startsWith(scheme)) continue;
      String rest = lower.substring(scheme.length());
      if (rest.endsWith("/")) rest = rest.substring(0, rest.length() - 1);
      String authority = rest;
      return HostAndPort.of(authority).map(_ -> scheme + authority);
    }
    return Optional.empty();
  }
}
