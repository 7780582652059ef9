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
 * unless {@code rules.strictWsPort}; for TCP too, and for UDP where the entry has none (sockets
 * sheet 3.3).
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
    return settings.domains().list(kind).value().stream()
        .map(entry -> Listed.of(kind, entry, takesAnyPort(kind, entry)))
        .collect(Collectors.groupingBy(listed -> listed.entry().host()));
  }

  private boolean takesAnyPort(DomainKind kind, DomainEntry entry) {
    return switch (kind) {
      case SOCKET -> !settings.rules().strictWsPort().value();
      case TCP -> true;
      case UDP -> entry.port() == DomainEntry.NO_PORT;
      default -> false;
    };
  }

  Finding judge(DomainKind kind, Target target, int hop) {
    for (Listed listed : byHost.get(kind).getOrDefault(target.host(), List.of()))
      if (listed.admits(target)) return hop == 0 ? listed.first() : listed.redirected();
    return new Finding(Verdict.STOP, () -> refusal(kind, target, hop));
  }

  private Reason refusal(DomainKind kind, Target target, int hop) {
    Setting<List<DomainEntry>> list = settings.domains().list(kind);
    String why = why(kind, target, list.value());
    Rule rule = Rule.DOMAIN_LISTED.at(hop);
    return new Reason(rule, target.host(), why, fix(kind, target), origin(kind));
  }

  /**
   * Business domains (sheet 4.3): like {@link #judge}, but an entry covers every name below it, and
   * an address is never one.
   */
  Finding judgeWebView(Target target) {
    DomainKind kind = DomainKind.WEB_VIEW;
    if (target.isIpLiteral())
      return refuse(
          kind,
          target,
          target.host() + " is an IP address, and a web-view shows none",
          "use a domain name, and add it to domains." + kind.key());
    for (DomainEntry e : settings.domains().list(kind).value())
      if (e.scheme().equals(target.scheme()) && covers(e, target) && e.port() == target.port()) {
        String why = target.host() + " is in " + kind.key() + " as " + e.text();
        String below = target.host().equals(e.host()) ? "" : ", which covers the names below it";
        Reason reason = new Reason(Rule.WEB_VIEW_DOMAIN, why + below, "", e.origin());
        return new Finding(Verdict.ALLOW, reason);
      }
    return refuse(
        kind, target, why(kind, target, settings.domains().list(kind).value()), fix(kind, target));
  }

  private static boolean covers(DomainEntry entry, Target target) {
    return target.host().equals(entry.host()) || target.host().endsWith("." + entry.host());
  }

  private Finding refuse(DomainKind kind, Target target, String why, String fix) {
    return Rulebook.stop(new Reason(Rule.WEB_VIEW_DOMAIN, target.host(), why, fix, origin(kind)));
  }

  private Origin origin(DomainKind kind) {
    Setting<List<DomainEntry>> list = settings.domains().list(kind);
    return list.origin() == Origin.BUILT_IN
        ? Origin.of("minihost.json", "domains." + kind.key())
        : list.origin();
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
        list.stream()
            .filter(
                e ->
                    kind == DomainKind.WEB_VIEW
                        ? covers(e, target)
                        : e.host().equals(target.host()))
            .findFirst();
    if (sameHost.isPresent())
      return "the port must be written as in the entry "
          + sameHost.get().text()
          + ", and the URL "
          + (target.port() == DomainEntry.NO_PORT ? "has none" : "has :" + target.port());
    Optional<DomainEntry> relative =
        list.stream()
            .filter(
                e ->
                    kind != DomainKind.WEB_VIEW && target.host().endsWith("." + e.host())
                        || e.host().endsWith("." + target.host()))
            .findFirst();
    if (relative.isPresent())
      return target.host()
          + " is not "
          + relative.get().host()
          + (kind == DomainKind.WEB_VIEW
              ? ": an entry covers no parent"
              : ": an entry covers no sub-domain and no parent");
    return target.host() + " is not in the list; " + shown;
  }

  /** What to write into the list: a TCP entry says nothing of ports. */
  private static String entry(DomainKind kind, Target target) {
    return kind == DomainKind.TCP ? "tcp://" + target.host() : target.entry(kind.scheme());
  }

  private static String fix(DomainKind kind, Target target) {
    if (!target.scheme().equals(kind.scheme()))
      return "call " + target.entry(kind.scheme()) + " and add it to domains." + kind.key();
    return "add \""
        + entry(kind, target)
        + "\" to domains."
        + kind.key()
        + " in minihost.json, and to the mini program's admin console";
  }
}
