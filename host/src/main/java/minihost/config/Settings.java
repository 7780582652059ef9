package minihost.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import minihost.reason.Platform;
import minihost.reason.Reason;

/**
 * Everything a run is told before it starts: the mini program's own files, {@code minihost.json},
 * the environment and the command line, merged in that order. Immutable.
 *
 * @param folder the folder given on the command line, where minihost.json and project.config.json
 *     live; absolute
 * @param programRoot the folder of app.json: {@code folder}, or its {@code miniprogramRoot};
 *     absolute
 * @param trust PEM files with further certificate authorities; absolute
 * @param answers what functions of {@code wx} that need a person or a server answer, by name
 * @param overrides what was laid over the files
 * @param plugins who stands in for a plugin: its alias to a module of the program, whose path
 *     starts from {@code programRoot}
 * @param warnings what was ignored or doubtful, in file order; never a reason not to run
 */
public record Settings(
    Path folder,
    Path programRoot,
    AppJson app,
    ProjectJson project,
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
    Overrides overrides,
    Map<String, Setting<String>> plugins,
    List<Reason> warnings) {

  /**
   * The same program's settings, with {@code key=value} laid over all; the files are read anew.
   *
   * @throws ConfigProblems every problem that there is then
   */
  public Settings with(List<String> keysAndValues) throws ConfigProblems {
    return SettingsLoader.load(folder, overrides.withLater(keysAndValues));
  }
}
