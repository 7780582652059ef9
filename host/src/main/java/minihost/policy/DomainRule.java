package minihost.policy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import minihost.config.DomainEntry;
import minihost.config.DomainKind;
import minihost.config.Setting;
import minihost.config.Settings;
import minihost.policy.Decision.Finding;
import minihost.policy.Decision.Verdict;
import minihost.reason.Origin;
import minihost.reason.Reason;

/**
 * The domain lists (sheet DOM-1 to DOM-7): scheme and host must match, the port as literally
 * written, sub-domains and parents do not count. For wss every port of a listed domain is admitted
 * unless {@code rules.strictWsPort}.
 */
final class DomainRule {
  private final Settings settings;
  private final Map<DomainKind, Map<String, List<Listed>>> byHost = new EnumMap<>(DomainKind.class);

  /** An entry, with what it says to a target it admits. */
  private record Listed(DomainEntry entry, boolean anyPort, Finding first, Finding redirected) {
    static Listed of(DomainKind kind, DomainEntry entry, boolean anyPort) {
      return new Listed(entry, anyPort, finding(kind, entry, 0), finding(kind, entry, 1));
    }

    private static Finding finding(DomainKind kind, DomainEntry entry, int hop) {
      String why = entry.host() + " is in " + kind.key() + " as " + entry.text();
      Rule rule = Rule.DOMAIN_LISTED.at(hop);
      return new Finding(Verdict.ALLOW, new Reason(rule, why, "", entry.origin()));
    }

    boolean admits(Target target) {
      return entry.scheme().equals(target.scheme()) && (anyPort || entry.port() == target.port());
    }
  }

  DomainRule(Settings settings) {
    this.settings = settings;
    for (DomainKind kind : DomainKind.values()) byHost.put(kind, listed(kind));
  }

  private Map<String, List<Listed>> listed(DomainKind kind) {
    boolean anyPort = kind == DomainKind.SOCKET && !settings.rules().strictWsPort().value();
    return settings.domains().list(kind).value().stream()
        .map(entry -> Listed.of(kind, entry, anyPort))
        .collect(Collectors.groupingBy(listed -> listed.entry().host()));
  }

  Finding judge(DomainKind kind, Target target, int hop) {
    for (Listed listed : byHost.get(kind).getOrDefault(target.host(), List.of()))
      if (listed.admits(target)) return hop == 0 ? listed.first() : listed.redirected();
    return new Finding(Verdict.STOP, () -> refusal(kind, target, hop));
  }

  private Reason refusal(DomainKind kind, Target target, int hop) {
    Setting<List<DomainEntry>> list = settings.domains().list(kind);
    Origin origin =
        list.origin() == Origin.BUILT_IN
            ? Origin.of("minihost.json", "domains." + kind.key())
            : list.origin();
    return new Reason(
        Rule.DOMAIN_LISTED.at(hop),
        target.host(),
        why(kind, target, list.value()),
        fix(kind, target),
        origin);
  }

  private static String why(DomainKind kind, Target target, List<DomainEntry> list) {
    String shown =
        list.isEmpty()
            ? kind.key() + " is empty"
            : kind.key()
                + " is ["
                + list.stream().map(DomainEntry::text).collect(Collectors.joining(", "))
                + "]";
    if (!target.scheme().equals(kind.scheme()))
      return "the scheme is "
          + target.scheme()
          + ", and only "
          + kind.scheme()
          + " is admitted; "
          + shown;
    Optional<DomainEntry> sameHost =
        list.stream().filter(e -> e.host().equals(target.host())).findFirst();
    if (sameHost.isPresent())
      return "the port must be written as in the entry "
          + sameHost.get().text()
          + ", and the URL "
          + (target.port() == DomainEntry.NO_PORT ? "has none" : "has :" + target.port());
    Optional<DomainEntry> relative =
        list.stream()
            .filter(
                e ->
                    target.host().endsWith("." + e.host())
                        || e.host().endsWith("." + target.host()))
            .findFirst();
    if (relative.isPresent())
      return target.host()
          + " is not "
          + relative.get().host()
          + ": an entry covers no sub-domain and no parent";
    return target.host() + " is not in the list; " + shown;
  }

  private static String fix(DomainKind kind, Target target) {
    if (!target.scheme().equals(kind.scheme()))
      return "call " + target.entry(kind.scheme()) + " and add it to domains." + kind.key();
    return "add \""
        + target.entry(kind.scheme())
        + "\" to domains."
        + kind.key()
        + " in minihost.json, and to the mini program's admin console";
  }
}
