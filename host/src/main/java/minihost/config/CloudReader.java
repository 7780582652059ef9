package minihost.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code cloud} of minihost.json (sheet 8.5). */
final class CloudReader {
  private static final String MADE_UP_OPENID = "minihost-made-up-openid";
  private static final String EXAMPLE =
      "{ \"my-env\": { \"services\": { \"api\": \"http://127.0.0.1:3000\" } } }";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern CONTAINER =
      Pattern.compile(
          "(?:http://([^/?#@\\s\\\\]+)|lab)((?:/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~%-]+)*)/?");

  private CloudReader() {}

  static Cloud read(Fields cloud) {
    cloud.refuseUnknown(Keys.in("cloud"));
    Map<String, Map<String, Setting<String>>> envs = new LinkedHashMap<>();
    cloud
        .object("envs", EXAMPLE)
        .ifPresent(
            all ->
                all.members().keySet().stream()
                    .filter(env -> isName(all, env))
                    .forEach(env -> envs.put(env, services(all, env))));
    return new Cloud(
        Collections.unmodifiableMap(envs),
        Words.safe(cloud, "openid", "\"oUser-1\"").orElse(Setting.builtIn(MADE_UP_OPENID)),
        Words.safe(cloud, "unionid", "\"uUser-1\""),
        Words.safe(cloud, "appid", "\"wx0123456789abcdef\""));
  }

  private static Map<String, Setting<String>> services(Fields envs, String name) {
    Map<String, Setting<String>> services = new LinkedHashMap<>();
    Optional<Fields> env = envs.object(name, "{ \"services\": { … } }");
    env.ifPresent(fields -> fields.refuseUnknown(List.of("services")));
    env.flatMap(fields -> fields.object("services", "{ \"api\": \"http://127.0.0.1:3000\" }"))
        .ifPresent(
            all ->
                all.members().keySet().stream()
                    .filter(service -> isName(all, service))
                    .forEach(
                        service ->
                            container(all, service).ifPresent(c -> services.put(service, c))));
    return Collections.unmodifiableMap(services);
  }

  /** Names travel in headers and stand in keys of {@code --set}. */
  private static boolean isName(Fields object, String name) {
    if (NAME.matcher(name).matches()) return true;
    Json value = object.get(name).orElseThrow();
    object
        .problems()
        .problem(ConfigCode.BAD_CLOUD_NAME, value.origin(), object.path(name), Fields.quote(name));
    return false;
  }

  private static Optional<Setting<String>> container(Fields services, String name) {
    Optional<Setting<String>> text = services.text(name, "\"http://127.0.0.1:3000\"");
    if (text.isEmpty()) return text;
    Matcher parts = CONTAINER.matcher(text.get().value());
    boolean good = parts.matches() && (parts.group(1) == null || isOrigin(parts.group(1)));
    if (good) {
      String base = parts.group(1) == null ? Cloud.LAB : "http://" + lower(parts.group(1));
      return Optional.of(new Setting<>(base + parts.group(2), text.get().origin()));
    }
    Json value = services.get(name).orElseThrow();
    services
        .problems()
        .problem(ConfigCode.BAD_CONTAINER, value.origin(), services.path(name), value.shown());
    return Optional.empty();
  }

  private static boolean isOrigin(String hostAndPort) {
    return HostAndPort.of(hostAndPort).isPresent();
  }

  private static String lower(String host) {
    return host.toLowerCase(Locale.ROOT);
  }
}
