package minihost.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import minihost.config.Overrides;
import minihost.config.SettingsLoader;
import minihost.host.Host;
import minihost.host.HostOptions;
import minihost.loop.SystemClock;
import minihost.wx.WxMembers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every rule of the sheets has a test, or a reason why not; docs/api-coverage.md says which. */
class ApiCoverageTest {
  private static final String WRITE =
      "mvn -q test -pl host -am -Dtest=ApiCoverageTest -Dsurefire.failIfNoSpecifiedTests=false"
          + " -Dcoverage.write=true";

  private static final boolean WRITES = Boolean.getBoolean("coverage.write");
  private static final Path PAGE = House.root().resolve("docs/api-coverage.md");

  @TempDir static Path folder;

  private static Set<String> members;
  private static Set<String> there;
  private static Map<String, String> states = new TreeMap<>();

  @BeforeAll
  static void askARunWhatIsOnWx() throws Exception {
    try (Host host = host()) {
      members = words(host, "Object.keys(wx)");
      Map<String, Boolean> here = here(host);
      for (String name : WxMembers.all())
        states.put(
            name, !here.containsKey(name) ? "absent" : here.get(name) ? "answered" : "works");
      String names = String.join("','", RuleSheet.networkCategory().keySet());
      there = words(host, "['" + names + "'].filter(name => wx.canIUse(name))");
    }
    if (WRITES) RuleSheet.dropOldReasons(tests().keySet(), there);
  }

  private static Map<String, Boolean> here(Host host) {
    Map<String, Boolean> here = new TreeMap<>();
    host.inside(inside -> here.putAll(inside.members()));
    return here;
  }

  private static Set<String> words(Host host, String names) throws Exception {
    String text = host.eval("(" + names + ").join()").get(30, TimeUnit.SECONDS);
    return new TreeSet<>(List.of(text.replace("'", "").split(",")));
  }

  @Test
  void everyRuleHasATestOrAReasonAndNotBoth() {
    Map<RuleId, String> reasons = RuleSheet.reasons();
    Map<RuleId, List<NamedTest>> tests = tests();
    Set<RuleId> rules = rules();
    List<String> wrong = new ArrayList<>();
    for (RuleId id : rules)
      if (!tests.containsKey(id) && !reasons.containsKey(id))
        wrong.add(id + " has no test: name it beside one's @Test, or give a reason in no-test.txt");
    for (RuleId id : reasons.keySet()) {
      if (tests.containsKey(id))
        wrong.add(id + " has tests, " + tests.get(id) + ": take it out of no-test.txt");
      if (!rules.contains(id)) wrong.add(id + " is in no-test.txt and not in rules.txt");
    }
    assertEquals("", String.join("\n", wrong));
  }

  @Test
  void everyRuleThatATestNamesExists() {
    Set<RuleId> rules = rules();
    Set<String> families = new TreeSet<>();
    rules.forEach(id -> families.add(id.family()));
    List<String> wrong = new ArrayList<>();
    for (NamedTest test : NamedTest.all())
      for (RuleId id : RuleId.in(test.comment()))
        if (!rules.contains(id))
          wrong.add(test + " names " + id + ", which is not in rules.txt " + families);
    assertEquals("", String.join("\n", wrong));
  }

  @Test
  void thePageIsWhatTheTestsSay() throws Exception {
    String page =
        new ApiCoveragePage(tests(), RuleSheet.reasons()).text(WRITE, members, there, states);
    if (WRITES) Files.writeString(PAGE, page);
    String written = Files.exists(PAGE) ? Files.readString(PAGE).replace("\r\n", "\n") : "";
    assertEquals(
        firstDifference(page, written),
        firstDifference(written, page),
        "docs/api-coverage.md is old; to write it:\n  " + WRITE + "\n");
  }

  @Test
  void aMemberOfTheNetworkCategoryIsThereOrHasAReason() {
    List<String> wrong = new ArrayList<>();
    RuleSheet.networkCategory()
        .forEach(
            (member, reason) -> {
              if (there.contains(member) != reason.isEmpty())
                wrong.add(
                    there.contains(member)
                        ? member + " is there: take its reason out of network.txt"
                        : member + " is not there: give the reason in network.txt");
            });
    assertEquals("", String.join("\n", wrong));
  }

  @Test
  void whatIsOnWxIsWhatAHostSaysIsThere() throws Exception {
    try (Host host = host()) {
      Set<String> said = new TreeSet<>(here(host).keySet());
      said.removeIf(name -> name.contains("."));
      assertEquals(members, said);
    }
  }

  @Test
  void aFamilyThatMakesAnswersUpSaysSo() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (ClassFacts facts : House.classes()) {
      boolean family = facts.room().equals("wx") && facts.name().endsWith("Family");
      if (!family || !facts.uses().contains("minihost.wx.MadeUp")) continue;
      Class<?> type = Class.forName(facts.name());
      if (type.getMethod("madeUp").getDeclaringClass() != type)
        wrong.add(facts.name() + " uses MadeUp: override madeUp(), so that tables say it");
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void commentsAreRead() {
    String all = "CK-1, E12 to E14, E2b, row 24, S-row 22 and rows 3 to 4 of 1.7: T:11166, UTF8-1";
    assertEquals("[CK-1, E12, E13, E14, E2b, row 24, S-row 22, row 3, row 4]", "" + RuleId.in(all));
    assertEquals("[REQ-5, REQ-7, REQ-8]", "" + RuleId.in("REQ-5, REQ-7 to REQ-8"));
    List<String> source =
        """
          @ParameterizedTest(name = "{0}") // E1,
          // E2
          @CsvSource({"void none("})
          void one() {}

          @Test // E3
          @Disabled("no")
          void two() {}

          @Test
          void three() {}
        """
            .lines()
            .toList();
    assertEquals(
        List.of(new NamedTest("FileTest", "one", "E1, E2"), new NamedTest("FileTest", "three", "")),
        NamedTest.in("FileTest", source));
  }

  /** The first line that the other text has otherwise; empty for equal texts. */
  private static String firstDifference(String text, String other) {
    List<String> lines = text.lines().toList();
    List<String> others = other.lines().toList();
    int same = 0;
    while (same < Math.min(lines.size(), others.size()) && lines.get(same).equals(others.get(same)))
      same++;
    return same < lines.size() ? lines.get(same) : "";
  }

  private static Set<RuleId> rules() {
    Set<RuleId> rules = new TreeSet<>();
    RuleSheet.chapters().forEach(chapter -> rules.addAll(chapter.rules().keySet()));
    return rules;
  }

  private static Map<RuleId, List<NamedTest>> tests() {
    Map<RuleId, List<NamedTest>> tests = new TreeMap<>();
    for (NamedTest test : NamedTest.all())
      for (RuleId id : RuleId.in(test.comment()))
        tests.computeIfAbsent(id, i -> new ArrayList<>()).add(test);
    return tests;
  }

  private static Host host() throws Exception {
    write("app.json", "{\"pages\":[\"p\"]}");
    write("app.js", "App({})");
    write("p.js", "Page({})");
    Overrides none = new Overrides(Optional.empty(), List.of(), Map.of());
    HostOptions options = HostOptions.heldOpen(new SystemClock());
    Host host = Host.start(SettingsLoader.load(folder, none), options, event -> {});
    host.launched().get(30, TimeUnit.SECONDS);
    return host;
  }

  private static void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
