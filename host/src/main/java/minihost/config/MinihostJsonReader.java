package minihost.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import minihost.reason.Platform;

/** Reads minihost.json, strictly: a key nobody knows is a problem, not a rule. */
final class MinihostJsonReader {
  private static final int MAX_CALLS = 1_000;
  private static final int MAX_DOMAINS = 10_000;
  private static final int MAX_BODY = 1 << 30;
  private static final int DAY_MS = 24 * 60 * 60 * 1000;

  private final Fields root;
  private final Path base;
  private final Predicate<Path> mayRead;

  /**
   * @param base the folder its relative paths start from
   * @param mayRead whether the lab's routes may be read from a place
   */
  MinihostJsonReader(Json.Obj tree, Path base, Predicate<Path> mayRead, Problems problems) {
    this.root = new Fields(tree, problems);
    this.base = base;
    this.mayRead = mayRead;
  }

  /** What minihost.json says. */
  record Sections(
      Domains domains,
      Account account,
      List<HostMapping> hosts,
      List<Setting<Path>> trust,
      Device device,
      Setting<Platform> platform,
      Rules rules,
      Limits limits,
      HttpDnsSection httpdns,
      Cloud cloud,
      LabSection lab,
      Map<String, Setting<Map<String, Object>>> answers,
      Map<String, Setting<String>> plugins) {}

  Sections read() {
    root.refuseUnknown(Keys.in(""));
    Cloud cloud = CloudReader.read(root.object("cloud"));
    Limits limits = limits(root.object("limits"));
    HttpDnsSection httpdns = HttpDnsReader.read(root.object("httpdns"));
    return new Sections(
        DomainsReader.read(root.object("domains"), limits.domainsPerApi()),
        account(root.object("account")),
        HostsReader.read(root.object(Keys.HOSTS)),
        TrustReader.read(root, base),
        DeviceReader.read(root.object("device")),
        root.word("platform", Platform.DEFAULT),
        rules(root.object("rules")),
        limits,
        httpdns,
        cloud,
        LabReader.read(root.object("lab"), base, mayRead, cloud.usesLab(), httpdns),
        AnswersReader.read(root.object(Keys.ANSWERS)),
        PluginsReader.standIns(root.object(Keys.PLUGINS)));
  }

  private static Account account(Fields account) {
    account.refuseUnknown(Keys.in("account"));
    Setting<String> version =
        Words.safe(account, "version", "\"1.0.0\"").orElse(Setting.builtIn("devtools"));
    return new Account(version, account.word("envVersion", Account.EnvVersion.DEVELOP));
  }

  private static Rules rules(Fields rules) {
    rules.refuseUnknown(Keys.in("rules"));
    return new Rules(
        rules.word("backgroundCalls", Rules.BackgroundCalls.IMMEDIATE),
        rules.word("udp", Rules.UdpPolicy.LAN),
        rules.flag("pinned").orElse(Setting.builtIn(false)),
        rules.flag("strictWsPort").orElse(Setting.builtIn(false)),
        rules.word("chunkedData", Rules.ChunkedData.WHOLE),
        rules.flag("strict").orElse(Setting.builtIn(false)));
  }

  private static Limits limits(Fields limits) {
    limits.refuseUnknown(Keys.in("limits"));
    return new Limits(
        limits.word("overflow", Limits.Overflow.QUEUE),
        limits.number("request", 1, MAX_CALLS, 10),
        limits.number("uploadFile", 1, MAX_CALLS, 10),
        limits.number("downloadFile", 1, MAX_CALLS, 10),
        limits.number("connectSocket", 1, MAX_CALLS, 5),
        limits.number("domainsPerApi", 1, MAX_DOMAINS, 20),
        limits.number("maxTimeoutMs", 1, DAY_MS, 60_000),
        limits.number("maxBodyBytes", 1, MAX_BODY, 50 << 20));
  }
}
