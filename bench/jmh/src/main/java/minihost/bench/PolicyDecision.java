package minihost.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import minihost.config.ConfigProblems;
import minihost.config.Device;
import minihost.config.DomainKind;
import minihost.config.Overrides;
import minihost.config.Settings;
import minihost.config.SettingsLoader;
import minihost.policy.Ask;
import minihost.policy.Decision;
import minihost.policy.Facts;
import minihost.policy.Gate;
import minihost.policy.Gate.Permit;
import minihost.policy.Rulebook;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One decision of the policy with six domain lists of 20 entries each. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PolicyDecision {
  private static final int ENTRIES = 20;
  private static final List<DomainKind> LISTS =
      List.of(
          DomainKind.REQUEST,
          DomainKind.SOCKET,
          DomainKind.UPLOAD,
          DomainKind.DOWNLOAD,
          DomainKind.UDP,
          DomainKind.TCP);

  /** What is asked for: the first entry, the last, or none. */
  @Param({"first", "last", "none", "lan"})
  private String wanted;

  private final Facts facts =
      new Facts(
          Facts.Visibility.FOREGROUND,
          Optional.of(new Device.Lan("192.168.1.20", "255.255.255.0")));
  private Rulebook rules;
  private Gate gate;
  private Ask.Http ask;

  @Setup
  public void load() throws IOException, ConfigProblems {
    Settings settings = settings();
    rules = new Rulebook(settings);
    gate = new Gate(rules, () -> facts, settings.limits(), (call, decision) -> {});
    ask = new Ask.Http(Ask.Http.Kind.REQUEST, url());
  }

  private String url() {
    return switch (wanted) {
      case "first" -> "https://service-0.example.com/api/list?page=1&size=20";
      case "last" -> "https://service-19.example.com/api/list?page=1&size=20";
      case "none" -> "https://service-20.example.com/api/list?page=1&size=20";
      default -> "http://192.168.1.30:8080/api/list?page=1&size=20";
    };
  }

  private static Settings settings() throws IOException, ConfigProblems {
    Path folder = Files.createTempDirectory("minihost-bench");
    Path page = folder.resolve("index.js");
    Path app = folder.resolve("app.json");
    try {
      Files.writeString(app, "{\"pages\":[\"index\"]}");
      Files.writeString(page, "");
      List<String> sets = new ArrayList<>();
      for (DomainKind kind : LISTS) sets.add("domains." + kind.key() + "=" + list(kind));
      return SettingsLoader.load(folder, new Overrides(Optional.empty(), sets, Map.of()));
    } finally {
      for (Path file : List.of(app, page, folder)) Files.delete(file);
    }
  }

  private static String list(DomainKind kind) {
    List<String> entries = new ArrayList<>();
    for (int i = 0; i < ENTRIES; i++)
      entries.add("\"" + kind.scheme() + "://service-" + i + ".example.com\"");
    return entries.toString();
  }

  /** The rules alone. */
  @Benchmark
  public boolean decide() {
    return rules.decide(ask, facts).allowed();
  }

  /** As a call asks: the gate, a journal that reads nothing, a permit. A refusal is thrown. */
  @Benchmark
  public Object require() {
    try {
      Permit<Ask.Http> permit = gate.require(1, ask);
      return permit;
    } catch (Gate.Refused refused) {
      return refused;
    }
  }

  /** The decision with its reason in words, as the journal shows it. */
  @Benchmark
  public String reason() {
    Decision decision = rules.decide(ask, facts);
    return decision.reason().why();
  }
}
