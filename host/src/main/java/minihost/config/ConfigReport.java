package minihost.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import minihost.reason.Origin;

/** Every setting of a run with its value and where it was written: {@code minihost config}. */
public final class ConfigReport {
  private static final Origin DIR = Origin.of("command line", "DIR");

  private final List<Line> lines = new ArrayList<>();

  private ConfigReport() {}

  /**
   * One setting.
   *
   * @param key as {@code --set} takes it where it can be set
   * @param value a word, a number, or a JSON-like list; {@code null} when there is none
   */
  public record Line(String key, String value, Origin origin) {}

  /** One line per setting, in the order of docs/configuration.md. */
  public static List<Line> of(Settings settings) {
    ConfigReport report = new ConfigReport();
    report.add("folder", settings.folder(), DIR);
    report.add("programRoot", settings.programRoot(), rootOrigin(settings));
    report.app(settings.app());
    report.project(settings.project());
    for (DomainKind kind : DomainKind.values()) report.domains(kind, settings.domains());
    report.add("account.version", settings.account().version());
    report.add("account.envVersion", settings.account().envVersion());
    settings.hosts().forEach(report::host);
    if (settings.hosts().isEmpty()) report.add(Keys.HOSTS, "{}", Origin.BUILT_IN);
    report.list("trust", settings.trust());
    report.device(settings.device());
    report.add("platform", settings.platform());
    report.rules(settings.rules());
    report.limits(settings.limits());
    report.httpDns(settings.httpdns());
    report.cloud(settings.cloud());
    report.list("lab.origins", settings.lab().origins());
    report.list("lab.devices", settings.lab().devices());
    report.optional("lab.routes", settings.lab().routes().orElse(null));
    report.provider(settings.lab().httpdns());
    report.faults(settings.lab().faults());
    report.add("lab.proxy", settings.lab().proxy());
    settings.answers().forEach((name, answer) -> report.answer(name, answer));
    if (settings.answers().isEmpty()) report.add(Keys.ANSWERS, "{}", Origin.BUILT_IN);
    settings.plugins().forEach((name, path) -> report.add(Keys.PLUGINS + "." + name, path));
    if (settings.plugins().isEmpty()) report.add(Keys.PLUGINS, "{}", Origin.BUILT_IN);
    return List.copyOf(report.lines);
  }

  /** The report as text: {@code key = value}, and with {@code origins} where each was written. */
  public static List<String> text(Settings settings, boolean origins) {
    List<Line> lines = of(settings);
    int keys = lines.stream().mapToInt(line -> line.key().length()).max().orElse(0);
    return lines.stream()
        .map(
            line -> {
              String text =
                  line.key() + " ".repeat(keys - line.key().length()) + " = " + line.value();
              return origins ? text + "  (" + line.origin() + ")" : text;
            })
        .toList();
  }

  private static Origin rootOrigin(Settings settings) {
    return settings.folder().equals(settings.programRoot())
        ? DIR
        : Origin.of("project files", "miniprogramRoot");
  }

  private void app(AppJson app) {
    Origin file =
        app.pages().isEmpty()
            ? Origin.of("game.json", "")
            : Origin.of(app.pages().getFirst().origin().file(), "");
    list("app.pages", app.pages());
    add("app.entryPagePath", app.home(), file);
    add(
        "app.subpackages",
        strings(app.subpackages().stream().map(AppJson.Subpackage::root).toList()),
        file);
    NetworkTimeout timeout = app.networkTimeout();
    add("app.networkTimeout.request", timeout.request());
    add("app.networkTimeout.connectSocket", timeout.connectSocket());
    add("app.networkTimeout.uploadFile", timeout.uploadFile());
    add("app.networkTimeout.downloadFile", timeout.downloadFile());
    add("app.tabBar.list", strings(app.tabs()), file);
    add("app.tabBar.custom", app.customTabBar(), file);
    add("app.usingComponents", map(app.usingComponents()), file);
    add("app.resolveAlias", map(app.resolveAlias()), file);
    add("app.requiredBackgroundModes", strings(app.requiredBackgroundModes()), file);
    add("app.debug", app.debug(), file);
    add("app.lazyCodeLoading", app.lazyCodeLoading(), file);
    add("app.plugins", map(app.plugins()), file);
    add("app.workers", Fields.quote(app.workers()), file);
    add("app.game", app.game(), file);
  }

  private void project(ProjectJson project) {
    add("project.appid", project.appid());
    add("project.projectname", Fields.quote(project.projectname()), named(project.projectname()));
    add("project.libVersion", Fields.quote(project.libVersion()), named(project.libVersion()));
    add("project.setting.urlCheck", project.urlCheck());
    add(
        "project.setting.packNpmRelationList",
        strings(project.npm().stream().map(NpmRelation::folder).toList()),
        named(project.npm().isEmpty() ? "" : "npm"));
  }

  private static Origin named(String text) {
    return text.isEmpty() ? Origin.BUILT_IN : Origin.of("project files", "");
  }

  private void domains(DomainKind kind, Domains domains) {
    Setting<List<DomainEntry>> list = domains.list(kind);
    List<String> texts = list.value().stream().map(DomainEntry::text).toList();
    add("domains." + kind.key(), strings(texts), list.origin());
  }

  private void answer(String name, Setting<Map<String, Object>> answer) {
    add(Keys.ANSWERS + "." + name, answer.value(), answer.origin());
  }

  private void host(HostMapping mapping) {
    String port = mapping.port() == HostMapping.ANY_PORT ? "" : ":" + mapping.port();
    add(
        Keys.HOSTS + "." + bracketed(mapping.host()) + port,
        (mapping.plainHttp() ? "http://" : "")
            + bracketed(mapping.targetHost())
            + ":"
            + mapping.targetPort(),
        mapping.origin());
  }

  private static String bracketed(String host) {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  private void device(Device device) {
    add("device.networkType", device.networkType());
    add("device.lan.ip", lan(device, Device.Lan::ip));
    add("device.lan.netmask", lan(device, Device.Lan::netmask));
    optional("device.systemProxy", device.systemProxy().orElse(null));
    add("device.weakNetwork", device.weakNetwork());
  }

  private void faults(Map<String, Setting<OriginFault>> faults) {
    Map<String, String> words = new LinkedHashMap<>();
    faults.forEach((origin, fault) -> words.put(origin, fault.value().word()));
    Origin first =
        faults.values().stream().map(Setting::origin).findFirst().orElse(Origin.BUILT_IN);
    add("lab.faults", map(words), first);
  }

  private static Setting<String> lan(Device device, Function<Device.Lan, String> part) {
    return device
        .lan()
        .map(lan -> new Setting<>(part.apply(lan.value()), lan.origin()))
        .orElse(Setting.builtIn("null"));
  }

  private void rules(Rules rules) {
    add("rules.backgroundCalls", rules.backgroundCalls());
    add("rules.udp", rules.udp());
    add("rules.pinned", rules.pinned());
    add("rules.strictWsPort", rules.strictWsPort());
    add("rules.chunkedData", rules.chunkedData());
    add("rules.strict", rules.strict());
  }

  private void limits(Limits limits) {
    add("limits.overflow", limits.overflow());
    add("limits.request", limits.request());
    add("limits.uploadFile", limits.uploadFile());
    add("limits.downloadFile", limits.downloadFile());
    add("limits.connectSocket", limits.connectSocket());
    add("limits.domainsPerApi", limits.domainsPerApi());
    add("limits.maxTimeoutMs", limits.maxTimeoutMs());
    add("limits.maxBodyBytes", limits.maxBodyBytes());
  }

  private void httpDns(HttpDnsSection httpdns) {
    if (httpdns.services().isEmpty()) add("httpdns.services", "{}", Origin.BUILT_IN);
    for (HttpDnsService service : httpdns.services())
      add("httpdns.services." + service.serviceId(), shown(service), service.origin());
  }

  private static String shown(HttpDnsService service) {
    return switch (service) {
      case HttpDnsService.Tencent s -> s.url() + " tencent" + with(" token ", s.token());
      case HttpDnsService.TencentEncrypted s ->
          s.url() + " tencent-" + Fields.word(s.cipher()) + " id " + s.id() + " key " + s.key();
      case HttpDnsService.Aliyun s ->
          s.url() + " aliyun account " + s.account() + with(" secret ", s.secret());
    };
  }

  private static String with(String what, Optional<Secret> secret) {
    return secret.map(s -> what + s).orElse("");
  }

  private void provider(Optional<LabHttpDns> httpdns) {
    optional("lab.httpdns.origin", httpdns.map(LabHttpDns::origin).orElse(null));
    Setting<Map<String, LabHttpDns.Names>> records =
        httpdns.map(LabHttpDns::records).orElse(Setting.builtIn(Map.of()));
    add("lab.httpdns.records", records.value(), records.origin());
    add(
        "lab.httpdns.quota",
        httpdns.map(LabHttpDns::quota).orElse(Setting.builtIn(LabHttpDns.DEFAULT_QUOTA)));
    add(
        "lab.httpdns.trouble",
        httpdns.map(LabHttpDns::trouble).orElse(Setting.builtIn(LabHttpDns.Trouble.NONE)));
    add("lab.httpdns.delayMs", httpdns.map(LabHttpDns::delayMs).orElse(Setting.builtIn(0)));
  }

  private void cloud(Cloud cloud) {
    cloud
        .envs()
        .forEach(
            (env, services) ->
                services.forEach(
                    (name, container) ->
                        add("cloud.envs." + env + ".services." + name, container)));
    if (cloud.envs().isEmpty()) add("cloud.envs", "{}", Origin.BUILT_IN);
    add("cloud.openid", cloud.openid());
    optional("cloud.unionid", cloud.unionid().orElse(null));
    optional("cloud.appid", cloud.appid().orElse(null));
  }

  private void optional(String key, Setting<?> setting) {
    if (setting == null) add(key, "null", Origin.BUILT_IN);
    else add(key, setting);
  }

  /** A list's items may come from several lines; the first tells the file. */
  private <T> void list(String key, List<Setting<T>> items) {
    Origin origin = items.isEmpty() ? Origin.BUILT_IN : items.getFirst().origin();
    add(key, strings(items.stream().map(item -> shown(item.value())).toList()), origin);
  }

  private void add(String key, Setting<?> setting) {
    add(key, setting.value(), setting.origin());
  }

  private void add(String key, Object value, Origin origin) {
    lines.add(new Line(key, Words.visible(shown(value)), origin));
  }

  private static String shown(Object value) {
    return switch (value) {
      case Enum<?> constant -> Fields.word(constant);
      case Path path -> path.toString();
      default -> value.toString();
    };
  }

  private static String strings(Collection<String> texts) {
    return texts.stream().map(Fields::quote).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String map(Map<String, String> texts) {
    return texts.entrySet().stream()
        .map(entry -> Fields.quote(entry.getKey()) + ": " + Fields.quote(entry.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
