package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import minihost.house.House;
import minihost.wx.Member;
import org.junit.jupiter.api.Test;

/** Whatever is on {@code wx} is tested, and shown in use. */
class WxMembersTest {
  private static final Pattern CALL = Pattern.compile("\\bwx\\.([a-zA-Z0-9]+)");

  /** Families of made-up answers, for programs that cannot do without: the demo can. */
  private static final List<String> MADE_UP =
      List.of(
          "Answered",
          "CanIUse",
          "Interaction",
          "Login",
          "NavigationBar",
          "PullDownRefresh",
          "Storage",
          "SystemInfo");

  private static final Pattern NAME = Pattern.compile("\"([a-zA-Z]+)\"");

  private static final String SAVED = "it keeps pictures where downloads put them";
  private static final String ONE_SOCKET = "it uses the SocketTask";

  private static final String ROUTES = "it reports to nobody where its user goes";

  /** What else the demo has no use for, with the reason. */
  private static final Map<String, String> NOT_IN_THE_DEMO =
      Map.ofEntries(
          Map.entry("arrayBufferToBase64", "nothing it sends is base64"),
          Map.entry("base64ToArrayBuffer", "nothing it gets is base64"),
          Map.entry("getEnterOptionsSync", "it is entered once; getLaunchOptionsSync says how"),
          Map.entry("createWorker", "it computes nothing that takes long"),
          Map.entry("createBufferURL", "it has no pictures in memory"),
          Map.entry("revokeBufferURL", "it has no pictures in memory"),
          Map.entry("getRandomValues", "it has no secrets"),
          Map.entry("preDownloadSubpackage", "it has no worker"),
          Map.entry("getFileInfo", SAVED),
          Map.entry("getSavedFileInfo", SAVED),
          Map.entry("getSavedFileList", SAVED),
          Map.entry("removeSavedFile", SAVED),
          Map.entry("saveFile", SAVED),
          Map.entry("router", "its pages come as WeChat's do"),
          Map.entry("worklet", "nothing in it moves"),
          Map.entry("closeSocket", ONE_SOCKET),
          Map.entry("onSocketClose", ONE_SOCKET),
          Map.entry("onSocketError", ONE_SOCKET),
          Map.entry("onSocketMessage", ONE_SOCKET),
          Map.entry("onSocketOpen", ONE_SOCKET),
          Map.entry("sendSocketMessage", ONE_SOCKET),
          Map.entry("createAnimation", "nothing in it moves"),
          Map.entry("createIntersectionObserver", "it asks nothing about its elements"),
          Map.entry("createSelectorQuery", "it asks nothing about its elements"),
          Map.entry("getFileSystemManager", "it keeps pictures where downloads put them"),
          Map.entry("requestIdleCallback", "it has nothing to do that can wait"),
          Map.entry("cancelIdleCallback", "it has nothing to do that can wait"),
          Map.entry("nextTick", "setData's callback does in it what nextTick would"),
          Map.entry("offAppHide", "it listens for life"),
          Map.entry("offAppShow", "it listens for life"),
          Map.entry("offError", "it listens for life"),
          Map.entry("offNetworkWeakChange", "it does not listen"),
          Map.entry("offPageNotFound", "it listens for life"),
          Map.entry("offUnhandledRejection", "it listens for life"),
          Map.entry("onError", "App.onError is the same, and where authors write it"),
          Map.entry("onNetworkWeakChange", "it does the same on any network"),
          Map.entry("onPageNotFound", "App.onPageNotFound is the same"),
          Map.entry("onUnhandledRejection", "App.onUnhandledRejection is the same"),
          Map.entry("offAfterPageLoad", ROUTES),
          Map.entry("offAfterPageUnload", ROUTES),
          Map.entry("offAppRoute", ROUTES),
          Map.entry("offAppRouteDone", ROUTES),
          Map.entry("offBeforeAppRoute", ROUTES),
          Map.entry("offBeforePageLoad", ROUTES),
          Map.entry("offBeforePageUnload", ROUTES),
          Map.entry("onAfterPageLoad", ROUTES),
          Map.entry("onAfterPageUnload", ROUTES),
          Map.entry("onAppRoute", ROUTES),
          Map.entry("onAppRouteDone", ROUTES),
          Map.entry("onBeforeAppRoute", ROUTES),
          Map.entry("onBeforePageLoad", ROUTES),
          Map.entry("onBeforePageUnload", ROUTES),
          Map.entry("rewriteRoute", "each page in it is where it is asked for"),
          Map.entry("reLaunch", "it has no reason to close all its pages"));

  @Test
  void everyMemberIsCalledByATest() throws Exception {
    Set<String> members = members();
    members.removeAll(table()); // MemberTest calls them all
    members.removeAll(called(House.javaSources("test")));
    members.removeIf(WxMembersTest::hasItsTwinsImplementation);
    assertEquals(Set.of(), members, "on wx, and called by no test");
  }

  /** {@code offX} is made with {@code onX}, once for all events, in wx.js. */
  private static boolean hasItsTwinsImplementation(String member) {
    return member.startsWith("off") && !member.equals("offNetworkStatusChange");
  }

  @Test
  void everyMemberIsInTheDemoOrHasAReasonNotToBe() throws Exception {
    Set<String> shown = called(House.files("demo-miniprogram", ".js"));
    Set<String> members = members();
    members.removeAll(table());
    for (String family : MADE_UP) members.removeAll(named(family));
    Map<String, String> wrong = new TreeMap<>();
    for (String member : members)
      if (!shown.contains(member) && !NOT_IN_THE_DEMO.containsKey(member))
        wrong.put(member, "is not in the demo, and there is no reason why not");
    for (String member : NOT_IN_THE_DEMO.keySet()) {
      if (shown.contains(member)) wrong.put(member, "is in the demo: take it off the list");
      if (!members.contains(member)) wrong.put(member, "is not on wx: take it off the list");
    }
    assertEquals(Map.of(), wrong);
  }

  private static Set<String> members() throws Exception {
    try (TestRun run = new TestRun()) {
      String names = run.start().eval("Object.keys(wx).join(' ')").get();
      return new TreeSet<>(List.of(names.replace("'", "").split(" ")));
    }
  }

  /** What members.txt has: made up, as {@link #MADE_UP}. */
  private static Set<String> table() {
    Set<String> names = new TreeSet<>();
    for (Member row : Member.table())
      if (row.kind() == Member.Kind.EVENT)
        names.addAll(Set.of("on" + row.name(), "off" + row.name()));
      else names.add(row.name());
    return names;
  }

  /** The names in a family's source. */
  private static Set<String> named(String family) {
    String source = "host/src/main/java/minihost/wx/" + family + "Family.java";
    return NAME.matcher(House.text(House.root().resolve(source)))
        .results()
        .map((MatchResult m) -> m.group(1))
        .collect(Collectors.toSet());
  }

  private static Set<String> called(List<Path> files) {
    return files.stream()
        .filter(file -> !file.endsWith("WxMembersTest.java"))
        .flatMap(file -> CALL.matcher(House.text(file)).results())
        .map((MatchResult m) -> m.group(1))
        .collect(Collectors.toSet());
  }
}
