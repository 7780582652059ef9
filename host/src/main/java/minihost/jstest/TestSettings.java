package minihost.jstest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import minihost.config.ConfigProblems;
import minihost.config.Settings;
import minihost.host.Inside;
import minihost.js.JsException;

/** Settings that a test lays over those of the run. JS thread. */
final class TestSettings implements Scopes.Changeable {
  /** Looked at by each call; the rest is read when a program begins. */
  private static final Set<String> AT_EACH_CALL = Set.of("domains", "limits", "rules", "answers");

  private static final String TIMEOUTS = "app.networkTimeout";
  private static final String PREFETCH = "domains.prefetchdnsdomain";

  private final Inside inside;
  private List<String> laid = List.of();

  TestSettings(Inside inside) {
    this.inside = inside;
  }

  /** Lays {@code key=value} over what is there, for the calls that begin from now on. */
  void lay(List<String> more) {
    for (String one : more) requireAtEachCall(one.substring(0, one.indexOf('=')));
    List<String> all = with(more);
    inside.change(load(all));
    laid = all;
  }

  private static void requireAtEachCall(String key) {
    boolean each =
        AT_EACH_CALL.contains(key.split("\\.", 2)[0]) && !key.equals(PREFETCH)
            || key.equals(TIMEOUTS)
            || key.startsWith(TIMEOUTS + ".");
    if (!each)
      throw new JsException(
          "host.config: "
              + key
              + " is read when the program starts; write await host.relaunch({ settings: { '"
              + key
              + "': … } })");
  }

  /** The settings with which to begin anew; they stay laid until the test ends. */
  Settings forRelaunch(List<String> more) {
    for (String one : more)
      if (one.startsWith("lab.") || one.startsWith("lab="))
        throw new JsException(
            "host.relaunch: the lab is the file's and runs already; use host.lab.route, or write "
                + one.substring(0, one.indexOf('='))
                + " into minihost.json");
    List<String> all = with(more);
    Settings settings = load(all);
    laid = all;
    return settings;
  }

  private List<String> with(List<String> more) {
    List<String> all = new ArrayList<>(laid);
    all.addAll(more);
    return List.copyOf(all);
  }

  private Settings load(List<String> all) {
    try {
      return inside.settings().with(all);
    } catch (ConfigProblems e) {
      throw new JsException(e.getMessage());
    }
  }

  /** What a life of the program began with holds until the next one. */
  @Override
  public Runnable note() {
    List<String> before = laid;
    return () -> {
      if (before.equals(laid)) return;
      laid = before;
      inside.change(load(before));
    };
  }
}
