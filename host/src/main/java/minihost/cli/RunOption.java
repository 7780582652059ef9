package minihost.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The options of {@code minihost run}, declared once: {@link RunArguments} reads them without
 * Picocli, which costs a tenth of a second; {@link RunCommand} shows them to Picocli for help,
 * completion and errors.
 */
enum RunOption {
  PAGE("--page", "PATH", "Open this page first, not the home page.", (d, v) -> d.page = v),
  QUERY("--query", "a=1&b=2", "Its query.", (d, v) -> d.query = v),
  SCENE(
      "--scene",
      "N",
      "WeChat's scene value; 1001 when not given.",
      (d, v) -> d.scene = number("--scene", v)),
  FOR(
      "--for",
      "DURATION",
      "End the run after this much real time: " + Durations.FORMS + ".",
      (d, v) -> d.limit = Durations.parse(v)),
  NO_REPL(
      "--no-repl",
      "",
      "Run until nothing is left to do, or --for; read no commands.",
      (d, v) -> d.session = false),
  JSON("--json", "", "Print one line of JSON for each event.", (d, v) -> d.json = true),
  QUIET(
      "--quiet",
      "",
      "Show only what the program writes, errors and notes.",
      (d, v) -> d.quiet = true),
  VISIT_ALL(
      "--visit-all",
      "",
      "Open each page of app.json in turn, then end; say which had uncaught errors.",
      (d, v) -> d.visitAll = true),
  PAGE_TIME(
      "--page-time",
      "DURATION",
      "With --visit-all: stop the script of a page after this much real time; 60s when not given.",
      (d, v) -> d.pageTime = Durations.parse(v)),
  CONFIG(
      "--config",
      "FILE",
      "Read this file instead of the folder's minihost.json.",
      (d, v) -> d.config = Path.of(v)),
  SET(
      "--set",
      "KEY=VALUE",
      "Set one setting, such as limits.request=3; may be repeated.",
      (d, v) -> d.sets.add(v)),
  INSPECT(
      Inspect.RUNS,
      Inspect.LABEL,
      "Let a debugger connect (Chrome, VS Code); 127.0.0.1:9229 when no port is given.",
      (d, v) -> d.inspect = Inspect.of(Inspect.RUNS, v)),
  INSPECT_BRK(
      Inspect.WAITS,
      Inspect.LABEL,
      "The same, and the first script waits for it.",
      (d, v) -> d.inspect = Inspect.of(Inspect.WAITS, v)),
  STRICT(
      "--strict",
      "",
      "Reading a member of wx that is not provided is an error: exit code 1.",
      (d, v) -> d.sets.add("rules.strict=true")),
  FRESH(
      "--fresh",
      "",
      "Begin without the storage and the files that earlier runs have left.",
      (d, v) -> d.fresh = true),
  VIRTUAL_TIME(
      "--virtual-time",
      "",
      "Time does not pass by itself: timers come due without waiting.",
      (d, v) -> d.virtualTime = true);

  private final String option;
  private final String label;
  private final String help;
  private final BiConsumer<RunOptions.Draft, String> setter;

  RunOption(String option, String label, String help, BiConsumer<RunOptions.Draft, String> setter) {
    this.option = option;
    this.label = label;
    this.help = help;
    this.setter = setter;
  }

  static Optional<RunOption> of(String option) {
    return Arrays.stream(values()).filter(o -> o.option.equals(option)).findFirst();
  }

  /** The option with its dashes. */
  String option() {
    return option;
  }

  /** The name of its value in help, empty for a flag. */
  String label() {
    return label;
  }

  String help() {
    return help;
  }

  boolean takesValue() {
    return !label.isEmpty();
  }

  boolean mayRepeat() {
    return this == SET;
  }

  /**
   * @throws IllegalArgumentException with a sentence for the user
   */
  void set(RunOptions.Draft draft, String value) {
    setter.accept(draft, value);
  }

  private static int number(String option, String value) {
    if (value.matches("\\d{1,9}")) return Integer.parseInt(value);
    throw new IllegalArgumentException(
        "\"" + value + "\" is not a whole number; write for example " + option + " 1001");
  }
}
