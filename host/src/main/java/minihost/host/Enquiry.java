package minihost.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import minihost.config.ConfigProblems;
import minihost.config.Device;
import minihost.config.HostMapping;
import minihost.config.Overrides;
import minihost.config.Settings;
import minihost.config.SettingsLoader;
import minihost.loop.SystemClock;
import minihost.net.LocalNetwork;
import minihost.net.Reach;
import minihost.policy.Ask;
import minihost.policy.Decision;
import minihost.policy.Facts;
import minihost.policy.Gate;
import minihost.policy.Rulebook;

/** What can be said of a configuration without running anything. */
public final class Enquiry {
  private static final Map<String, String> EMPTY =
      Map.of(
          "app.json",
          "{\"pages\":[\"p\"]}",
          "app.js",
          "App({})",
          "p.js",
          "Page({})",
          "game.json",
          "{}");

  private final Settings settings;

  public Enquiry(Settings settings) {
    this.settings = settings;
  }

  /** What would become of a call made in foreground. */
  public Decision explain(Ask ask) {
    return new Gate(new Rulebook(settings), this::foreground, settings.limits(), (call, said) -> {})
        .explain(ask);
  }

  private Facts foreground() {
    Device device = settings.device();
    return new Facts(
        Facts.Visibility.FOREGROUND, () -> LocalNetwork.of(device, device.networkType().value()));
  }

  /**
   * Everything that is on {@code wx} (see {@link Inside#members}), by a program that has nothing in
   * it.
   *
   * @param game whether a mini game asks
   */
  public static Map<String, Boolean> members(boolean game)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("minihost");
    List<Path> files = new ArrayList<>();
    try {
      for (String name :
          game ? List.of("game.json", "game.js") : List.of("app.json", "app.js", "p.js"))
        files.add(Files.writeString(folder.resolve(name), EMPTY.getOrDefault(name, "")));
      Settings settings =
          SettingsLoader.load(folder, new Overrides(Optional.empty(), List.of(), Map.of()));
      HostOptions options = HostOptions.heldOpen(new SystemClock());
      try (Host host = Host.start(settings, options, event -> {})) {
        host.launched().join();
        Map<String, Boolean> members = new TreeMap<>();
        host.inside(inside -> members.putAll(inside.members()));
        return members;
      }
    } catch (ConfigProblems e) {
      throw new IllegalStateException(e);
    } finally {
      for (Path file : files) Files.delete(file);
      Files.delete(folder);
    }
  }

  /** Why nothing can be sent to a mapping's target; empty when something accepts connections. */
  public static Optional<String> unreachable(HostMapping mapping, Duration patience) {
    try {
      Reach.check(mapping.targetHost(), mapping.targetPort(), patience);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
