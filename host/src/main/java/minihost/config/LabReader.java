package minihost.config;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads {@code lab} of minihost.json. */
final class LabReader {
  private static final int MAX_PORT = 65_535;
  private static final String ROUTES = "\"lab/routes.js\"";

  private LabReader() {}

  /**
   * @param base the folder of minihost.json
   * @param mayRead whether a file may be read: a mini program's own minihost.json reaches no
   *     further than its folder
   * @param containers whether the lab plays containers of the cloud
   * @param customers the services a provider in the lab knows
   */
  static LabSection read(
      Fields lab,
      Path base,
      Predicate<Path> mayRead,
      boolean containers,
      HttpDnsSection customers) {
    lab.refuseUnknown(Keys.in("lab"));
    List<Setting<String>> origins = origins(lab);
    Optional<Setting<Path>> routes = routes(lab, base, mayRead);
    if ((!origins.isEmpty() || containers) && lab.get("routes").isEmpty())
      incomplete(
          lab, origins.isEmpty() ? "containers" : "origins", "routes", "\"routes\": " + ROUTES);
    if (routes.isPresent() && !containers && lab.get("origins").isEmpty())
      incomplete(lab, "routes", "origins", "\"origins\": [\"https://api.example.com\"]");
    Setting<Integer> proxy = lab.number("proxy", 0, MAX_PORT, 0);
    return new LabSection(
        origins,
        routes,
        faults(lab, origins),
        proxy,
        LabDevicesReader.read(lab),
        LabHttpDnsReader.read(lab, customers));
  }

  private static Map<String, Setting<OriginFault>> faults(
      Fields lab, List<Setting<String>> origins) {
    Map<String, Setting<OriginFault>> faults = new LinkedHashMap<>();
    lab.object("faults", "{ \"https://api.example.com\": \"expired\" }")
        .ifPresent(
            written ->
                written
                    .members()
                    .forEach(
                        (origin, word) ->
                            fault(lab.problems(), origin, word, origins)
                                .ifPresent(fault -> faults.put(origin, fault))));
    return Collections.unmodifiableMap(faults);
  }

  private static Optional<Setting<OriginFault>> fault(
      Problems problems, String origin, Json word, List<Setting<String>> origins) {
    List<String> known = origins.stream().map(Setting::value).toList();
    if (!known.contains(origin)) {
      String advice =
          Suggestion.nearest(origin, known)
              .map(near -> "write " + Fields.quote(near))
              .orElse("list it in lab.origins");
      problems.problem(
          ConfigCode.NOT_AN_ORIGIN, word.origin(), "lab.faults", Fields.quote(origin), advice);
      return Optional.empty();
    }
    Optional<OriginFault> fault =
        word instanceof Json.Text text ? OriginFault.named(text.value()) : Optional.empty();
    if (fault.isEmpty())
      problems.problem(
          ConfigCode.UNKNOWN_VALUE,
          word.origin(),
          word.origin().key(),
          word.shown(),
          OriginFault.words(),
          "for example " + Fields.quote(OriginFault.EXPIRED.word()));
    return fault.map(f -> new Setting<>(f, word.origin()));
  }

  private static List<Setting<String>> origins(Fields lab) {
    EntryReader reader = new EntryReader("https", lab.problems());
    return lab.array("origins", "[\"https://api.example.com\"]").stream()
        .flatMap(array -> DomainsReader.entries(lab, array, reader).stream())
        .map(entry -> new Setting<>(origin(entry), entry.origin()))
        .toList();
  }

  private static String origin(DomainEntry entry) {
    String port = entry.port() == DomainEntry.NO_PORT ? "" : ":" + entry.port();
    return "https://" + entry.host() + port;
  }

  private static Optional<Setting<Path>> routes(Fields lab, Path base, Predicate<Path> mayRead) {
    if (!(lab.get("routes").orElse(null) instanceof Json.Text text)) {
      lab.text("routes", ROUTES);
      return Optional.empty();
    }
    Optional<Path> file = NamedFile.existing(text, base, lab.problems());
    if (file.isPresent() && !mayRead.test(file.get())) {
      lab.problems().problem(ConfigCode.OUTSIDE_FOLDER, text.origin(), text.shown(), base);
      return Optional.empty();
    }
    return file.map(path -> new Setting<>(path, text.origin()));
  }

  private static void incomplete(Fields lab, String has, String lacks, String example) {
    lab.problems().warning(ConfigCode.LAB_INCOMPLETE, lab.origin(), has, lacks, example);
  }
}
