package minihost.config;

import static minihost.config.Key.Type.FLAG;
import static minihost.config.Key.Type.LIST;
import static minihost.config.Key.Type.NUMBER;
import static minihost.config.Key.Type.OBJECT;
import static minihost.config.Key.Type.WORD;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Every key there is: those of minihost.json, and under {@code app} and {@code project} those of
 * the mini program's own files that the environment and {@code --set} reach.
 */
final class Keys {
  /** An object whose keys are the user's: host names, dots included. */
  static final String HOSTS = "hosts";

  /** An object whose keys are functions of {@code wx}. */
  static final String ANSWERS = "answers";

  /** Another one: names of plugins. */
  static final String PLUGINS = "plugins";

  static final String APP = "app";
  static final String PROJECT = "project";

  static final List<Key> ALL = all();

  private static final Pattern CONTAINER =
      Pattern.compile("cloud\\.envs\\.[^.]+\\.services\\.[^.]+");

  private static final Pattern ANSWER = Pattern.compile(ANSWERS + "\\.[^.]+");

  private Keys() {}

  private static List<Key> all() {
    List<Key> keys = new ArrayList<>();
    section(keys, "domains", LIST, domainLists());
    section(keys, "account", WORD, "version", "envVersion");
    keys.add(new Key(HOSTS, OBJECT));
    keys.add(new Key("trust", LIST));
    section(keys, "device", WORD, "networkType", "systemProxy", "weakNetwork");
    section(keys, "device.lan", WORD, "ip", "netmask");
    keys.add(new Key("platform", WORD));
    section(keys, "rules", WORD, "backgroundCalls", "udp", "chunkedData");
    add(keys, "rules", FLAG, "pinned", "strictWsPort", "strict");
    section(keys, "limits", WORD, "overflow");
    add(keys, "limits", NUMBER, "request", "uploadFile", "downloadFile", "connectSocket");
    add(keys, "limits", NUMBER, "domainsPerApi", "maxTimeoutMs", "maxBodyBytes");
    section(keys, "httpdns", OBJECT, "services");
    section(keys, "cloud", WORD, "openid", "unionid", "appid");
    keys.add(new Key("cloud.envs", OBJECT));
    section(keys, "lab", LIST, "origins", "devices");
    add(keys, "lab", WORD, "routes");
    section(keys, "lab.httpdns", WORD, "origin", "trouble");
    add(keys, "lab.httpdns", NUMBER, "quota", "delayMs");
    add(keys, "lab.httpdns", OBJECT, "records");
    add(keys, "lab", OBJECT, "faults");
    add(keys, "lab", NUMBER, "proxy");
    keys.add(new Key(ANSWERS, OBJECT));
    keys.add(new Key(PLUGINS, OBJECT));
    keys.add(new Key(APP, OBJECT));
    section(keys, "app.networkTimeout", NUMBER, AppKeys.TIMEOUTS.toArray(String[]::new));
    keys.add(new Key("app.debug", FLAG));
    section(keys, PROJECT, WORD, "appid", "projectname", "libVersion", "miniprogramRoot");
    section(keys, "project.setting", FLAG, "urlCheck");
    return List.copyOf(keys);
  }

  private static void section(List<Key> keys, String path, Key.Type type, String... names) {
    keys.add(new Key(path, OBJECT));
    add(keys, path, type, names);
  }

  private static void add(List<Key> keys, String section, Key.Type type, String... names) {
    for (String name : names) keys.add(new Key(section + "." + name, type));
  }

  private static String[] domainLists() {
    DomainKind[] kinds = DomainKind.values();
    String[] names = new String[kinds.length];
    for (int i = 0; i < kinds.length; i++) names[i] = kinds[i].key();
    return names;
  }

  /** The key of a path; any host under {@code hosts} is one, and any container of the cloud. */
  static Optional<Key> find(String path) {
    if (path.startsWith(HOSTS + ".")
        || path.startsWith(PLUGINS + ".")
        || CONTAINER.matcher(path).matches()) return Optional.of(new Key(path, WORD));
    if (ANSWER.matcher(path).matches()) return Optional.of(new Key(path, OBJECT));
    return ALL.stream().filter(k -> k.path().equals(path)).findFirst();
  }

  /** Whether a key belongs to the mini program's own files; no section has such a prefix. */
  static boolean ofProgram(Key key) {
    return key.path().startsWith(APP) || key.path().startsWith(PROJECT);
  }

  /** The names a section of minihost.json may hold; {@code ""} is the file itself. */
  static List<String> in(String section) {
    List<String> names = new ArrayList<>();
    for (Key key : ALL) if (!ofProgram(key) && key.parent().equals(section)) names.add(key.name());
    return names;
  }

  /** What to do about an unknown key, given the keys that may stand there. */
  static String advice(String unknown, Collection<String> allowed) {
    String name = unknown.substring(unknown.lastIndexOf('.') + 1);
    return Suggestion.nearest(name, allowed)
        .map(near -> "did you mean \"" + near + "\"?")
        .or(() -> elsewhere(name, allowed))
        .orElse("remove it; known are " + String.join(", ", allowed));
  }

  private static Optional<String> elsewhere(String name, Collection<String> allowed) {
    return ALL.stream()
        .filter(k -> k.name().equals(name) && !allowed.contains(name) && !ofProgram(k))
        .map(k -> "did you mean \"" + k.path() + "\"?")
        .findFirst();
  }
}
