package minihost.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import minihost.api.WxFailure;
import minihost.config.AppJson;
import minihost.reason.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Routes: {@code A} and {@code B} are tabs, {@code c}, {@code d} and {@code e} are not. */
class PageStackTest {
  private static final AppJson APP = Apps.of(List.of("A", "B", "c", "d", "e"), List.of("A", "B"));

  private final PageStack stack = new PageStack(APP);

  @ParameterizedTest // LC-4
  @CsvSource({
    "A,             navigateTo c,   'A HIDE, c LOAD, c SHOW, c READY',                    A c",
    "A c,           navigateTo c,   'c HIDE, c LOAD, c SHOW, c READY',                    A c c",
    "A c,           redirectTo d,   'c UNLOAD, d LOAD, d SHOW, d READY',                  A d",
    "A,             redirectTo d,   'A UNLOAD, d LOAD, d SHOW, d READY',                  d",
    "A c d e,       navigateBack 1, 'e UNLOAD, d SHOW',                                   A c d",
    "A c d e,       navigateBack 2, 'e UNLOAD, d UNLOAD, c SHOW',                         A c",
    "A c d,         navigateBack 9, 'd UNLOAD, c UNLOAD, A SHOW',                         A",
    "A c,           reLaunch d,     'c UNLOAD, A UNLOAD, d LOAD, d SHOW, d READY',        d",
    "c,             reLaunch A,     'c UNLOAD, A LOAD, A SHOW, A READY',                  A",
    "A,             switchTab A,    '',                                                   A",
    "A,             switchTab B,    'A HIDE, A KEEP, B LOAD, B SHOW, B READY',            B",
    "A >B,          switchTab A,    'B HIDE, B KEEP, A SHOW',                             A",
    "A c,           switchTab A,    'c UNLOAD, A SHOW',                                   A",
    "A c,           switchTab B,    'c UNLOAD, A KEEP, B LOAD, B SHOW, B READY',          B",
    "A c d,         switchTab B,    'd UNLOAD, c UNLOAD, A KEEP, B LOAD, B SHOW, B READY', B",
    "d,             switchTab A,    'd UNLOAD, A LOAD, A SHOW, A READY',                  A",
    "A >B,          reLaunch d,     'B UNLOAD, A UNLOAD, d LOAD, d SHOW, d READY',        d",
    "A >B d,        switchTab A,    'd UNLOAD, B KEEP, A SHOW',                           A",
  })
  void everyMoveTakesItsSteps(String open, String move, String steps, String left)
      throws WxFailure {
    arrange(open);
    String[] words = move.split(" ");
    assertEquals(steps, text(go(words[0], words[1])));
    assertEquals(left, routes());
  }

  @ParameterizedTest
  @CsvSource({
    "A,   navigateTo x,       'navigateTo:fail page \"x\" is not found'",
    "A,   navigateTo /x?a=1,  'navigateTo:fail page \"x?a=1\" is not found'",
    "A,   redirectTo x,       'redirectTo:fail page \"x\" is not found'",
    "A,   switchTab x,        'switchTab:fail page \"x\" is not found'",
    "A,   reLaunch x,         'reLaunch:fail page \"x\" is not found'",
    "A,   navigateTo B,       'navigateTo:fail can not navigateTo a tabbar page'",
    "A,   redirectTo B,       'redirectTo:fail can not redirectTo a tabbar page'",
    "A,   switchTab c,        'switchTab:fail can not switch to no-tabBar page'",
    "A,   navigateBack 1,     'navigateBack:fail cannot navigate back at first page.'",
    "c c c c c c c c c c, navigateTo d, 'navigateTo:fail webview count limit exceed'",
  })
  void whatIsRefusedFailsInWechatsWordsAndMovesNothing(String open, String move, String errMsg)
      throws WxFailure {
    arrange(open);
    String[] words = move.split(" ");
    WxFailure failure = assertThrows(WxFailure.class, () -> go(words[0], words[1]));
    assertEquals(errMsg, failure.reason().errMsg(words[0], Platform.DEFAULT));
    assertEquals(open, routes());
  }

  @Test
  void aPageIsTheSameUntilItIsUnloaded() throws WxFailure {
    arrange("A");
    int first = stack.current().orElseThrow().id();
    go("switchTab", "B");
    go("navigateTo", "c");
    go("switchTab", "A");
    assertEquals(first, stack.current().orElseThrow().id());
    go("reLaunch", "A");
    assertNotEquals(first, stack.current().orElseThrow().id());
  }

  @Test
  void aTabTakesNoQueryAndOtherPagesKeepTheirs() throws WxFailure {
    arrange("c");
    go("switchTab", "A?a=1");
    assertEquals(Map.of(), stack.current().orElseThrow().query());
    go("navigateTo", "c?a=1");
    assertEquals(Map.of("a", "1"), stack.current().orElseThrow().query());
  }

  /** {@code c d} opens both in turn; {@code >B} switches to a tab. */
  private void arrange(String open) throws WxFailure {
    for (String word : open.split(" ")) {
      if (word.startsWith(">")) go("switchTab", word.substring(1));
      else if (stack.pages().isEmpty()) go("reLaunch", word);
      else go("navigateTo", word);
    }
  }

  private List<Step> go(String api, String to) throws WxFailure {
    String url = to.startsWith("/") ? to : "/" + to;
    Navigation navigation =
        switch (api) {
          case "navigateTo" -> new Navigation.NavigateTo(url);
          case "redirectTo" -> new Navigation.RedirectTo(url);
          case "switchTab" -> new Navigation.SwitchTab(url);
          case "reLaunch" -> new Navigation.ReLaunch(url);
          default -> new Navigation.NavigateBack(Integer.parseInt(to));
        };
    PageUrl target = PageUrl.of(navigation.url(), "");
    stack.next(navigation, target);
    return stack.go(navigation, target);
  }

  private String routes() {
    return stack.pages().stream().map(OpenPage::route).collect(Collectors.joining(" "));
  }

  private static String text(List<Step> steps) {
    return steps.stream()
        .map(step -> step.page().route() + " " + step.hook())
        .collect(Collectors.joining(", "));
  }
}
