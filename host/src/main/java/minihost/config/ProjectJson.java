package minihost.config;

import java.util.List;

/**
 * project.config.json with project.private.config.json laid over it field by field (sheet PRJ-1).
 *
 * @param appid goes into the Referer; {@code touristappid} when no project file names one
 * @param urlCheck {@code setting.urlCheck}: false skips domain, TLS version and certificate checks
 *     (sheet DOM-14); true when absent
 * @param npm packages that lie outside the program's root
 */
public record ProjectJson(
    Setting<String> appid,
    String projectname,
    String libVersion,
    Setting<Boolean> urlCheck,
    List<NpmRelation> npm) {
  private static final String TOURIST = "touristappid";

  static Setting<String> noAppid() {
    return Setting.builtIn(TOURIST);
  }

  /** Whether a project file gives the program an appid of its own. */
  public boolean hasAppid() {
    return !appid.value().equals(TOURIST);
  }
}
