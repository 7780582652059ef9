package minihost.config;

import java.util.Map;
import java.util.Optional;

/**
 * {@code cloud} of minihost.json: WeChat cloud hosting, played by containers on this machine (sheet
 * 8.5).
 *
 * @param envs environment to service name to where its container listens: {@code
 *     http://host:port[/path]} without a slash at its end, or {@link #LAB} and perhaps a path
 * @param openid the user's, as containers are told
 * @param unionid of the user; empty when none is bound
 * @param appid of the account that owns the environments; empty for the mini program's own
 */
public record Cloud(
    Map<String, Map<String, Setting<String>>> envs,
    Setting<String> openid,
    Optional<Setting<String>> unionid,
    Optional<Setting<String>> appid) {
  /** In the place of a container's origin: the lab answers, by its routes. */
  public static final String LAB = "lab";

  /** A value of {@code envs}: whether the lab is that container. */
  public static boolean isLab(String container) {
    return container.equals(LAB) || container.startsWith(LAB + "/");
  }

  /** Whether any container is the lab. */
  public boolean usesLab() {
    return envs.values().stream()
        .flatMap(services -> services.values().stream())
        .anyMatch(container -> isLab(container.value()));
  }

  /** Where a service's container listens. */
  public Optional<Setting<String>> container(String env, String service) {
    return Optional.ofNullable(envs.getOrDefault(env, Map.of()).get(service));
  }
}
