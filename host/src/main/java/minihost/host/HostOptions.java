package minihost.host;

import java.nio.file.Path;
import java.util.Optional;
import minihost.app.Launch;
import minihost.files.ProgramData;
import minihost.js.Coverage;
import minihost.lab.Lab;
import minihost.loop.Clock;

/**
 * What is chosen for a run, besides its settings.
 *
 * @param launch how the program is entered; empty for its home page
 * @param holdOpen the run goes on when the program is idle, until {@link Host#stop}
 * @param cache a folder for files that make the next run faster; empty for none
 * @param lab a lab that runs already and stays the caller's; empty to start the one that the
 *     settings declare
 * @param data the program's storage and files, which stay the caller's; empty for none before and
 *     after the run
 * @param coverage told at the run's end how often what ran; empty when nothing is counted
 */
public record HostOptions(
    Clock clock,
    Optional<Launch> launch,
    boolean holdOpen,
    Optional<Path> cache,
    Optional<Lab> lab,
    Optional<Coverage> coverage,
    Optional<ProgramData> data) {
  /** To look at a program: its home page, held open, and nothing from outside or for later. */
  public static HostOptions heldOpen(Clock clock) {
    return new HostOptions(
        clock,
        Optional.empty(),
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
