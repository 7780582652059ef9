package minihost.survey;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import minihost.config.DomainEntry;
import minihost.config.DomainKind;
import minihost.config.Settings;

/**
 * Which of a program's literal URLs no domain list admits. Such a URL may be a picture's, to which
 * no list applies, so this is a hint.
 */
final class UrlCheck {
  /** What is said of an origin. */
  record Refusal(String what, String fix) {}

  private static final Pattern ORIGIN =
      Pattern.compile(
          "(https?|wss?)://([A-Za-z0-9.-]+\\.[A-Za-z]{2,})(?::(\\d+))?(?:[/?#].*)?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final List<DomainKind> OF_HTTPS =
      List.of(DomainKind.REQUEST, DomainKind.UPLOAD, DomainKind.DOWNLOAD, DomainKind.WEB_VIEW);

  private final Settings settings;

  UrlCheck(Settings settings) {
    this.settings = settings;
  }

  Optional<Refusal> refusal(String url) {
    Matcher parts = ORIGIN.matcher(url);
    if (!settings.project().urlCheck().value() || !parts.matches()) return Optional.empty();
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    String host = parts.group(2).toLowerCase(Locale.ROOT);
    String origin = scheme + "://" + host + (parts.group(3) == null ? "" : ":" + parts.group(3));
    if (!scheme.endsWith("s"))
      return Optional.of(
          new Refusal(
              origin + " is not encrypted: a phone refuses it",
              "use " + (scheme.equals("ws") ? "wss" : "https") + ", and list the domain"));
    List<DomainKind> kinds = scheme.equals("wss") ? List.of(DomainKind.SOCKET) : OF_HTTPS;
    boolean listed =
        kinds.stream()
            .flatMap(kind -> settings.domains().list(kind).value().stream())
            .map(DomainEntry::host)
            .anyMatch(host::equals);
    return listed
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                origin + " is in no list of domains",
                "if it is requested, list it: \"%s\" of minihost.json"
                    .formatted(kinds.getFirst().key())));
  }
}
