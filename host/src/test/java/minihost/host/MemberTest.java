package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import minihost.journal.Event;
import minihost.wx.Member;
import minihost.wx.Member.Kind;
import org.junit.jupiter.api.Test;

/** Every row of members.txt, in a program. */
class MemberTest {
  private static final Map<String, String> SAMPLES =
      Map.of(
          "String", "'x'",
          "Number", "1",
          "Boolean", "true",
          "Array", "[]",
          "Object", "{}",
          "ArrayBuffer", "new ArrayBuffer(1)");

  private static List<Member> rows(Kind kind) {
    return Member.table().stream().filter(row -> row.kind() == kind).toList();
  }

  private static Stream<String> names(List<Member> rows) {
    return rows.stream().map(Member::name);
  }

  private static boolean fails(Member row) {
    return row.answer().equals("cancel") || row.answer().startsWith("{\"fail\"");
  }

  private static String options(Member row) {
    return row.required().entrySet().stream()
        .map(e -> e.getKey() + ": " + SAMPLES.get(e.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  @Test
  void noNameIsThereTwiceAndEachHasItsAnswer() {
    assertEquals(
        Member.table().size(), Member.table().stream().map(Member::name).distinct().count());
    for (Member row : Member.table()) {
      assertEquals(row.kind() == Kind.EVENT, row.answer().isEmpty(), row.name());
      assertTrue(SAMPLES.keySet().containsAll(row.required().values()), row.name());
    }
  }

  @Test
  void eachAnswersLaterAsItsRowSaysAndTheJournalKnowsWhatIsMadeUp() throws Exception {
    List<Member> rows = rows(Kind.LATER);
    try (TestRun run = new TestRun()) {
      run.onLoad(
          "const show = p => p.then(r => r, r => r).then(r => console.log(r.errMsg.split('"
              + " ')[0]))\n"
              + rows.stream()
                  .map(row -> "show(wx." + row.name() + "(" + options(row) + "))\n")
                  .collect(Collectors.joining()));
      run.run();
      List<String> expected =
          rows.stream().map(row -> row.name() + (fails(row) ? ":fail" : ":ok")).sorted().toList();
      assertEquals(expected, run.log().stream().sorted().toList());
      assertEquals(
          rows.stream()
              .filter(row -> !row.isSilent())
              .map(Member::name)
              .collect(Collectors.toSet()),
          madeUp(run));
    }
  }

  @Test
  void eachLooksAtItsParameters() throws Exception {
    List<Member> rows = rows(Kind.LATER).stream().filter(row -> !row.required().isEmpty()).toList();
    try (TestRun run = new TestRun()) {
      run.onLoad(
          names(rows)
              .map(name -> "wx." + name + "({ fail: r => console.log(r.errMsg) })\n")
              .collect(Collectors.joining()));
      run.run();
      List<String> expected =
          rows.stream().map(row -> row.name() + ":fail parameter error: " + faults(row)).toList();
      assertEquals(expected, run.log());
    }
  }

  private static String faults(Member row) {
    return row.required().entrySet().stream()
        .map(
            e ->
                "parameter.%s should be %s instead of Undefined;"
                    .formatted(e.getKey(), e.getValue()))
        .collect(Collectors.joining());
  }

  @Test
  void othersReturnDataOrAnObjectAtOnceAndEventsTakeListeners() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          Stream.concat(names(rows(Kind.SYNC)), names(rows(Kind.OBJECT)))
                  .map(
                      name ->
                          "if (wx.%s('x', { y: () => 1 }) === undefined) console.log('%s')\n"
                              .formatted(name, name))
                  .collect(Collectors.joining())
              + names(rows(Kind.EVENT))
                  .map(name -> "wx.on%s(() => {}); wx.off%s()\n".formatted(name, name))
                  .collect(Collectors.joining())
              + "console.log('all', wx.getMenuButtonBoundingClientRect().errMsg,"
              + " wx.isVKSupport('v1'))");
      run.run().assertLog("all undefined false");
      Set<String> madeUp = madeUp(run);
      assertTrue(madeUp.containsAll(names(rows(Kind.OBJECT)).toList()));
      assertTrue(madeUp.contains("getBatteryInfoSync"));
    }
  }

  @Test
  void whatIsAnsweredAtOnceCanBeAnsweredOtherwise() throws Exception {
    try (TestRun run = new TestRun()) {
      run.set("answers.getBatteryInfoSync={\"level\":7}");
      run.set("answers.getSystemSetting={\"fail\":\"broken\",\"errCode\":3}");
      run.set("answers.openBluetoothAdapter={}").set("answers.scanCode={\"fail\":\"no\"}");
      run.onLoad(
          """
          console.log(wx.getBatteryInfoSync())
          try { wx.getSystemSetting() } catch (e) { console.log(e.message, e.errCode) }
          wx.openBluetoothAdapter({ success: r => console.log(r) })
          wx.createBLEConnection({ deviceId: 'd', fail: r => console.log(r) })
          wx.compressImage({ src: '/a.png', success: r => console.log(r.tempFilePath) })
          """);
      run.run()
          .assertLog(
              "{ level: 7, isCharging: true, isLowPowerModeEnabled: false }",
              "getSystemSetting:fail broken 3",
              "{ errMsg: 'openBluetoothAdapter:ok' }",
              "{ errMsg: 'createBLEConnection:fail not init', errCode: 10000 }",
              "/a.png");
    }
  }

  private static Set<String> madeUp(TestRun run) {
    return run.events(Event.CallEnded.class).stream()
        .filter(end -> Boolean.TRUE.equals(end.facts().get("madeUp")))
        .map(Event.CallEnded::api)
        .collect(Collectors.toSet());
  }
}
