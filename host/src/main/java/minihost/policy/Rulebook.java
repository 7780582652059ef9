package minihost.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import minihost.config.DomainKind;
import minihost.config.Rules.BackgroundCalls;
import minihost.config.Rules.UdpPolicy;
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
  private static final Finding IN_FOREGROUND = pass(Rule.FOREGROUND, () -> "in foreground");
  private static final Finding ADMITTED_IN_BACKGROUND =
      pass(Rule.FOREGROUND, () -> "in background, and admitted");
  private static final Finding CHECKED = pass(Rule.URL_CHECK, () -> "urlCheck is on");
  private static final Finding NOT_WEIXIN_API =
      pass(Rule.WEIXIN_API, () -> "not api.weixin.qq.com");

  private static final String BROADCAST = "255.255.255.255";

  private final Settings settings;
  private final DomainRule domains;
  private final CloudRule cloud;

  public Rulebook(Settings settings) {
    this.settings = settings;
    domains = new DomainRule(settings);
    cloud = new CloudRule(settings);
  }

  /**
   * Whether the ask's target may be reached. Asked again at each redirect hop, so it says nothing
   * of background: what is in flight is not refused but cut.
   */
  public Decision decide(Ask ask, Facts facts) {
    return switch (ask) {
      case Ask.Http http ->
          new Decision(ask, url(http.kind().domains(), http.url(), http.hop(), facts));
      case Ask.Container container -> new Decision(ask, container(container));
      case Ask.Socket socket -> new Decision(ask, url(DomainKind.SOCKET, socket.url(), 0, facts));
      case Ask.Tcp tcp -> new Decision(ask, tcp(tcp, facts));
      case Ask.Udp udp -> new Decision(ask, udp(udp, facts));
      case Ask.Discover scan -> new Decision(ask, List.of(LanRule.judge(scan, facts.lanNow())));
      case Ask.WebView page -> new Decision(ask, webView(page.url()));
    };
  }

  /** Whether a network call may begin now, whatever it wants to reach (sheet BG-4). */
  public Finding foreground(Ask ask, Facts facts) {
    boolean hidden = facts.visibility() != Facts.Visibility.FOREGROUND;
    Setting<BackgroundCalls> rule = settings.rules().backgroundCalls();
    boolean grace =
        rule.value() == BackgroundCalls.GRACE && facts.visibility() == Facts.Visibility.BACKGROUND;
    if (settings.rules().pinned().value() || !hidden || grace)
      return hidden ? ADMITTED_IN_BACKGROUND : IN_FOREGROUND;
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
      case Ask.Container _, Ask.Socket _, Ask.Tcp _, Ask.Udp _, Ask.Discover _, Ask.WebView _ ->
          ask.api();
    };
  }

  /**
   * The rules of a URL, in order; each is asked only when those before it passed. Written out: this
   * is asked for every call and every hop.
   */
  private List<Finding> url(DomainKind list, String url, int hop, Facts facts) {
    Target target = Target.parse(url).orElse(null);
    if (target == null) return List.of(noHost(Rule.DOMAIN_LISTED.at(hop), url));
    Finding check = urlCheck();
    if (check.decides()) return List.of(check);
    Finding weixin = weixinApi(target, hop);
    if (weixin.decides()) return List.of(check, weixin);
    Finding lan = LanRule.judge(list, target, facts.lanNow(), hop);
    if (lan.decides()) return List.of(check, weixin, lan);
    return List.of(check, weixin, lan, domains.judge(list, target, hop));
  }

  /** The port, and then what holds for any URL (sockets sheet 3.3). */
  private List<Finding> tcp(Ask.Tcp tcp, Facts facts) {
    Finding check = urlCheck();
    Finding port = PortRule.judge(tcp);
    if (check.decides()) return List.of(check);
    if (port.decides()) return List.of(check, port);
    List<Finding> all = new ArrayList<>(url(DomainKind.TCP, tcp.url(), 0, facts));
    all.add(1, port);
    return List.copyOf(all);
  }

  /** Anywhere, where that is chosen, and the broadcast always; else as any URL (sheet 2.4, C1). */
  private List<Finding> udp(Ask.Udp udp, Facts facts) {
    Setting<UdpPolicy> rule = settings.rules().udp();
    if (rule.value() == UdpPolicy.ANY) return List.of(admitted("rules.udp is any", rule.origin()));
    if (udp.address().equals(BROADCAST))
      return List.of(admitted(BROADCAST + " is the broadcast address", Origin.BUILT_IN));
    return url(DomainKind.UDP, udp.url(), 0, facts);
  }

  private static Finding admitted(String why, Origin origin) {
    return new Finding(Verdict.ALLOW, new Reason(Rule.UDP_PEER, why, "", origin));
  }

  private List<Finding> container(Ask.Container container) {
    Finding env = cloud.env(container);
    return env.decides() ? List.of(env) : List.of(env, cloud.service(container));
  }

  /** The rules of a page in a web-view: never those of requests, nor the LAN's (sheet 4.3). */
  private List<Finding> webView(String url) {
    Target target = Target.parse(url).orElse(null);
    if (target == null) return List.of(noHost(Rule.WEB_VIEW_DOMAIN, url));
    Finding check = urlCheck();
    if (check.decides()) return List.of(check);
    Finding weixin = weixinApi(target, 0);
    if (weixin.decides()) return List.of(check, weixin);
    return List.of(check, weixin, domains.judgeWebView(target));
  }

  private static Finding noHost(Rule rule, String url) {
    String why = "\"" + url + "\" has no host";
    return stop(new Reason(rule, url, why, "write an absolute URL", Origin.BUILT_IN));
  }

  private Finding urlCheck() {
    Setting<Boolean> check = settings.project().urlCheck();
    if (check.value()) return CHECKED;
    return new Finding(
        Verdict.ALLOW,
        new Reason(
            Rule.URL_CHECK,
            "urlCheck is false: domain, TLS version and certificate checks are skipped",
            "",
            check.origin()));
  }

  private Finding weixinApi(Target target, int hop) {
    if (!target.host().equals("api.weixin.qq.com")) return NOT_WEIXIN_API;
    return stop(
        new Reason(
            Rule.WEIXIN_API.at(hop),
            target.host(),
            "api.weixin.qq.com may not be called from a mini program",
            "call it from your own server, where the AppSecret belongs",
            Origin.BUILT_IN));
  }

  static Finding pass(Rule rule, Supplier<String> why) {
    return new Finding(Verdict.PASS, () -> new Reason(rule, why.get(), "", Origin.BUILT_IN));
  }

  static Finding stop(Reason reason) {
    return new Finding(Verdict.STOP, reason);
  }
}
