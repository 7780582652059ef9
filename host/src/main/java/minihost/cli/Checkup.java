package minihost.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import minihost.config.ConfigProblems;
import minihost.config.HostMapping;
import minihost.config.Settings;
import minihost.host.Enquiry;
import minihost.js.EngineFacts;
import minihost.lab.Lab;
import minihost.reason.Origin;
import minihost.reason.Reason;
import minihost.survey.Survey;
import minihost.survey.Surveyor;

/** The checks of {@code minihost doctor}, in the order in which a run would meet them. */
final class Checkup {
  enum Grade {
    OK,
    /** A run works, but not as well as it could. */
    WARN,
    FAIL
  }

  /** What one check found. */
  record Finding(Grade grade, String what, String fix) {}

  private static final int OLDEST_JAVA = 25;
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final String ARCHIVE_FLAG = "-XX:SharedArchiveFile=";

  private final Path folder;
  private final SettingsOptions overrides;
  private final Io io;
  private final List<Finding> findings = new ArrayList<>();
  private Optional<Survey> survey = Optional.empty();

  Checkup(Path folder, SettingsOptions overrides, Io io) {
    this.folder = folder;
    this.overrides = overrides;
    this.io = io;
  }

  List<Finding> findings() throws InterruptedException {
    java();
    archive();
    cache();
    Optional<Settings> settings = settings();
    if (settings.isPresent()) program(settings.get());
    return findings;
  }

  private void java() {
    String what = "Java " + Version.ofJava() + " in " + System.getProperty("java.home");
    if (Runtime.version().feature() >= OLDEST_JAVA) ok(what);
    else
      fail(what, "install a JDK " + OLDEST_JAVA + " or newer, or name one in MINIHOST_JAVA_HOME");
    ok("GraalJS " + Version.ofEngine(EngineFacts.ofThisProcess()));
  }

  private void archive() {
    Optional<String> flag =
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(argument -> argument.startsWith(ARCHIVE_FLAG))
            .findFirst();
    if (flag.isPresent()) ok("start-up archive " + flag.get().substring(ARCHIVE_FLAG.length()));
    else
      warn(
          "no start-up archive: a start takes about a second",
          "it is made in the background by the first run; to make it now: MINIHOST_CDS=now");
  }

  private void cache() {
    Optional<Path> cache = UserFolders.cache(io.environment());
    if (cache.isPresent()) ok("cache folder " + cache.get());
    else warn("no cache folder: HOME is not set", "set HOME or XDG_CACHE_HOME");
  }

  /** What the program's scripts want; empty until the findings are there, or without settings. */
  Optional<Survey> survey() {
    return survey;
  }

  private Optional<Settings> settings() {
    try {
      Settings settings = overrides.load(folder, io);
      ok("settings of " + settings.folder());
      settings.warnings().forEach(w -> warn(placed(w), w.fix()));
      return Optional.of(settings);
    } catch (ConfigProblems e) {
      e.problems().forEach(p -> fail(placed(p), p.fix()));
      return Optional.empty();
    }
  }

  private void program(Settings settings) throws InterruptedException {
    if (!settings.trust().isEmpty())
      ok(settings.trust().size() + " trusted CA file" + (settings.trust().size() > 1 ? "s" : ""));
    for (HostMapping mapping : settings.hosts()) reach(mapping);
    if (!settings.lab().isEmpty()) lab(settings);
    scripts(settings);
  }

  private void scripts(Settings settings) throws InterruptedException {
    try (Surveyor surveyor = new Surveyor(settings, Enquiry.members(settings.app().game()))) {
      survey = Optional.of(surveyor.survey());
    } catch (IOException | UncheckedIOException e) {
      fail("the scripts cannot be read: " + e.getMessage(), "make the folder readable");
    }
  }

  private void reach(HostMapping mapping) {
    String what =
        "hosts: " + mapping.host() + " -> " + mapping.targetHost() + ":" + mapping.targetPort();
    Enquiry.unreachable(mapping, PATIENCE)
        .ifPresentOrElse(
            why -> warn(what + " does not answer (" + why + ")", "start the server behind it"),
            () -> ok(what));
  }

  private void lab(Settings settings) throws InterruptedException {
    try (Lab lab = Lab.start(settings.lab(), settings.folder(), event -> {})) {
      ok(
          "lab for "
              + settings.lab().origins().size()
              + " origin(s), "
              + lab.hosts().size()
              + " port(s)");
    } catch (ConfigProblems e) {
      e.problems().forEach(p -> fail(placed(p), p.fix()));
    } catch (IOException e) {
      fail("the lab cannot listen: " + e.getMessage(), "free a port on 127.0.0.1");
    }
  }

  private static String placed(Reason reason) {
    return reason.origin() == Origin.BUILT_IN
        ? reason.why()
        : reason.origin() + "  " + reason.why();
  }

  private void ok(String what) {
    findings.add(new Finding(Grade.OK, what, ""));
  }

  private void warn(String what, String fix) {
    findings.add(new Finding(Grade.WARN, what, fix));
  }

  private void fail(String what, String fix) {
    findings.add(new Finding(Grade.FAIL, what, fix));
  }
}
