package minihost.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code minihost run} was asked for.
 *
 * @param page the route to open first; empty for the program's home page
 * @param query {@code a=1&b=2}, may be empty
 * @param limit real time after which the run is ended
 * @param pageTime real time after which the script of a page is stopped that {@code visitAll} opens
 */
record RunOptions(
    Path folder,
    Optional<String> page,
    String query,
    Optional<Integer> scene,
    Optional<Duration> limit,
    boolean session,
    boolean json,
    boolean quiet,
    boolean visitAll,
    Duration pageTime,
    Optional<Path> config,
    List<String> sets,
    boolean virtualTime,
    Optional<Inspect> inspect,
    boolean fresh) {

  /** Options on their way in; {@link RunOption} fills them. */
  static final class Draft {
    Path folder = Path.of(".");
    String page;
    String query = "";
    Integer scene;
    Duration limit;
    boolean session = true;
    boolean json;
    boolean quiet;
    boolean visitAll;
    Duration pageTime = Duration.ofMinutes(1);
    Path config;
    final List<String> sets = new ArrayList<>();
    boolean virtualTime;
    Inspect inspect;
    boolean fresh;

    RunOptions done() {
      return new RunOptions(
          folder,
          Optional.ofNullable(page),
          query,
          Optional.ofNullable(scene),
          Optional.ofNullable(limit),
          session,
          json,
          quiet,
          visitAll,
          pageTime,
          Optional.ofNullable(config),
          List.copyOf(sets),
          virtualTime,
          Optional.ofNullable(inspect),
          fresh);
    }
  }
}
