package minihost.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import minihost.config.Limits;
import minihost.reason.Trespasser;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
  private static final String ALL_BUT = "everything but ";

  private static final Pattern ARROW =
      Pattern.compile("(?<![\\w>])([a-z]+) +-> +([a-z]+(?:,? [a-z]+)*)");

  @Test
  void everyRoomKnowsOnlyItsNeighboursAndLibrariesStayInTheirRooms() {
    List<ClassFacts> classes = House.classes();
    assertTrue(classes.size() > 150, () -> "only " + classes.size() + " classes found");
    assertEquals("", String.join("\n", HouseRules.breaches(classes)));
  }

  @Test
  void noRoomLeadsBackToItself() {
    assertEquals(List.of(), HouseRules.cycle(House.classes()));
  }

  @Test
  void theCheckerSeesEveryBreach() {
    String who = Trespasser.class.getName() + " uses ";
    assertEquals(
        Set.of(
            who + "minihost.config.Limits: reason may only know []",
            who + "org.graalvm.polyglot.Value: use js.JsRuntime and plain data",
            who + "okhttp3.OkHttpClient: go through net, which opens nothing without a Permit",
            who + "java.net.ServerSocket: go through net, which opens nothing without a Permit",
            who + "java.lang.Thread.sleep: set a timer with EventLoop.after",
            who
                + "java.lang.System.nanoTime: take a loop.Clock: virtual time must move what you"
                + " do",
            who + "java.time.Instant.now: take a loop.Clock: virtual time must move what you do"),
        Set.copyOf(HouseRules.breaches(List.of(House.facts(Trespasser.class)))));
  }

  @Test
  void theCheckerSeesACycle() {
    ClassFacts back =
        new ClassFacts(Limits.class.getName(), Set.of(Trespasser.class.getName()), Set.of());
    assertEquals(
        List.of("config", "reason", "config"),
        HouseRules.cycle(List.of(House.facts(Trespasser.class), back)));
  }

  @Test
  void aClassOutsideTheRoomsIsABreach() {
    ClassFacts lost = new ClassFacts("minihost.attic.Box", Set.of(), Set.of());
    assertEquals(
        List.of(
            "minihost.attic.Box is in no room of the house: move it, or add its room to MAY_KNOW"),
        HouseRules.breaches(List.of(lost)));
  }

  @Test
  void theArchitecturePageTellsTheSameTable() {
    String page = House.text(House.root().resolve("docs/architecture.md"));
    String table = page.substring(page.indexOf("## Who may import whom"));
    table = table.substring(0, table.indexOf("```", table.indexOf("```") + 3));
    Map<String, Set<String>> told = new TreeMap<>();
    for (Matcher m = ARROW.matcher(table); m.find(); ) told.put(m.group(1), rooms(m.group(2)));
    Map<String, Set<String>> kept = new TreeMap<>();
    HouseRules.MAY_KNOW.forEach((room, known) -> kept.put(room, new TreeSet<>(known)));
    assertEquals(kept, told);
  }

  private static Set<String> rooms(String words) {
    if (words.equals("nothing")) return Set.of();
    if (!words.startsWith(ALL_BUT)) return new TreeSet<>(List.of(words.split(", ")));
    Set<String> all = new TreeSet<>(HouseRules.MAY_KNOW.keySet());
    all.remove("host");
    all.removeAll(List.of(words.substring(ALL_BUT.length()).split(", ")));
    return all;
  }
}
