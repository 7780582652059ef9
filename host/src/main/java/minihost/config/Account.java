package minihost.config;

/**
 * Who runs: decides the {@code version} part of the Referer (sheet HDR-4).
 *
 * @param version the release version, {@code devtools}, or {@code 0}
 */
public record Account(Setting<String> version, Setting<EnvVersion> envVersion) {
  public enum EnvVersion {
    DEVELOP,
    TRIAL,
    RELEASE
  }

  /** {@code 0} for development, trial and review builds; {@code devtools} in the GUI tool. */
  public String refererVersion() {
    if (version.value().equals("devtools")) return "devtools";
    return envVersion.value() == EnvVersion.RELEASE ? version.value() : "0";
  }
}
