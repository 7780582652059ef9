package minihost.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import minihost.config.DomainKind;
import minihost.config.Rules.BackgroundCalls;
import minihost.config.Setting;
import minihost.config.Settings;
import minihost.policy.Decision.Finding;
import minihost.policy.Decision.Verdict;
import minihost.reason.Origin;
import minihost.reason.Reason;

/**
 * The whole policy, top to bottom: the first rule that stops or admits an {@link Ask} decides it
 * (sheet 4.4). Pure: no I/O, no state, no clock.
 */
public final class Rulebook {
  private final Settings settings;
  private final DomainRule domains;

  public Rulebook(Settings settings) {
    this.settings = settings;
    domains = new DomainRule(settings);
  }

  /**
   * Whether the ask's target may be reached. Asked again at each redirect hop, so it says nothing
   * of background: what is in flight is not refused but cut.
   */
  public Decision decide(Ask ask, Facts facts) {
    return switch (ask) {
      case Ask.Http http ->
          firstThatDecides(ask, url(http.kind().domains(), http.url(), http.hop(), facts));
    };
  }

  /** Whether a network call may begin now, whatever it wants to reach (sheet BG-4). */
  public Finding foreground(Ask ask, Facts facts) {
    boolean hidden = facts.visibility() != Facts.Visibility.FOREGROUND;
    Setting<BackgroundCalls> rule = settings.rules().backgroundCalls();
    boolean grace =
        rule.value() == BackgroundCalls.GRACE && facts.visibility() == Facts.Visibility.BACKGROUND;
    if (settings.rules().pinned().value() || !hidden || grace)
      return pass(Rule.FOREGROUND, hidden ? "in background, and admitted" : "in foreground");
    return stop(
        new Reason(
            Rule.FOREGROUND,
            event(ask),
            "the mini program is in background",
            "call after it has come back to the foreground (App.onShow)",
            rule.origin()));
  }

  private static String event(Ask ask) {
    return switch (ask) {
      case Ask.Http http -> http.kind().event();
    };
  }

  /** The rules of a URL, in order; each is asked only when those before it passed. */
  private List<Supplier<Finding>> url(DomainKind list, String url, int hop, Facts facts) {
    Target target = Target.parse(url).orElse(null);
    if (target == null)
      return List.of(
          () ->
              stop(
                  new Reason(
                      Rule.DOMAIN_LISTED.at(hop),
                      url,
                      "\"" + url + "\" has no host",
                      "write an absolute URL",
                      Origin.BUILT_IN)));
    return List.of(
        this::urlCheck,
        () -> weixinApi(target, hop),
        () -> LanRule.judge(target, facts.lanNow(), hop),
        () -> domains.judge(list, target, hop));
  }

  private Finding urlCheck() {
    Setting<Boolean> check = settings.project().urlCheck();
    if (check.value()) return pass(Rule.URL_CHECK, "urlCheck is on");
    return new Finding(
        Verdict.ALLOW,
        new Reason(
            Rule.URL_CHECK,
            "urlCheck is false: domain, TLS version and certificate checks are skipped",
            "",
            check.origin()));
  }

  private Finding weixinApi(Target target, int hop) {
    if (!target.host().equals("api.weixin.qq.com"))
      return pass(Rule.WEIXIN_API, "not api.weixin.qq.com");
    return stop(
        new Reason(
            Rule.WEIXIN_API.at(hop),
            target.host(),
            "api.weixin.qq.com may not be called from a mini program",
            "call it from your own server, where the AppSecret belongs",
            Origin.BUILT_IN));
  }

  private static Decision firstThatDecides(Ask ask, List<Supplier<Finding>> rules) {
    List<Finding> findings = new ArrayList<>();
    for (Supplier<Finding> rule : rules) {
      findings.add(rule.get());
      if (findings.getLast().verdict() != Verdict.PASS) break;
    }
    return new Decision(ask, List.copyOf(findings));
  }

  static Finding pass(Rule rule, String why) {
    return new Finding(Verdict.PASS, new Reason(rule, why, "", Origin.BUILT_IN));
  }

  static Finding stop(Reason reason) {
    return new Finding(Verdict.STOP, reason);
  }
}
