package minihost.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import minihost.api.WxFailure;
import minihost.app.Step.Hook;
import minihost.config.AppJson;

/**
 * The pages that are open, and what each navigation does to them, in order (sheet LC-4). Runs no
 * script: it answers with the steps that whoever runs scripts takes. Loop thread.
 */
final class PageStack {
  /** Sheet 8.3. */
  static final int LIMIT = 10;

  private final AppJson app;
  private final List<OpenPage> stack = new ArrayList<>();

  /** Tab pages that were left by {@code switchTab}: alive, and not on the stack. */
  private final List<OpenPage> kept = new ArrayList<>();

  private int lastId;

  PageStack(AppJson app) {
    this.app = app;
  }

  /** Bottom first. */
  List<OpenPage> pages() {
    return List.copyOf(stack);
  }

  Optional<OpenPage> current() {
    return stack.isEmpty() ? Optional.empty() : Optional.of(stack.getLast());
  }

  /**
   * The page that a navigation leads to: an open one, or one as it will be.
   *
   * @param to the target; without a meaning for {@code navigateBack}
   * @throws WxFailure where the navigation is refused
   */
  OpenPage next(Navigation navigation, PageUrl to) throws WxFailure {
    if (navigation instanceof Navigation.NavigateBack(int delta)) {
      if (stack.size() <= 1) throw firstPage();
      return stack.get(Math.max(0, stack.size() - 1 - Math.max(1, delta)));
    }
    requirePage(to);
    if (!fits(navigation.api(), to.route())) throw unfit(navigation, to);
    if (navigation instanceof Navigation.NavigateTo && stack.size() >= LIMIT) throw tooMany(to);
    if (navigation instanceof Navigation.SwitchTab)
      return openTab(to.route()).orElseGet(() -> coming(to.route(), Map.of()));
    return coming(to.route(), to.query());
  }

  /** A page as it will be, which may be one that does not exist. */
  OpenPage coming(String route, Map<String, String> query) {
    return new OpenPage(lastId + 1, route, query, Navigation.NO_CHANNEL);
  }

  /** Whether a kind of route may lead to a page: to tab pages some must, and some may not. */
  boolean fits(String openType, String route) {
    boolean tab = app.isTab(route);
    return switch (openType) {
      case "switchTab" -> tab;
      case "navigateTo", "redirectTo" -> !tab;
      default -> true;
    };
  }

  private Optional<OpenPage> openTab(String route) {
    return Stream.concat(stack.stream(), kept.stream())
        .filter(page -> page.route().equals(route))
        .findFirst();
  }

  /**
   * Makes a move that is not refused.
   *
   * @param to the target; without a meaning for {@code navigateBack}
   */
  List<Step> go(Navigation navigation, PageUrl to) {
    return switch (navigation) {
      case Navigation.NavigateTo(_, int channel) -> navigateTo(to, channel);
      case Navigation.RedirectTo _ -> redirectTo(to);
      case Navigation.SwitchTab _ -> switchTab(to);
      case Navigation.ReLaunch _ -> reLaunch(to);
      case Navigation.NavigateBack(int delta) -> navigateBack(delta);
    };
  }

  private List<Step> navigateTo(PageUrl to, int channel) {
    List<Step> steps = new ArrayList<>();
    current().ifPresent(page -> steps.add(new Step(page, Hook.HIDE)));
    open(to, channel, steps);
    return steps;
  }

  private List<Step> redirectTo(PageUrl to) {
    List<Step> steps = new ArrayList<>();
    if (!stack.isEmpty()) unloadTop(steps);
    open(to, Navigation.NO_CHANNEL, steps);
    return steps;
  }

  private List<Step> switchTab(PageUrl to) {
    List<Step> steps = new ArrayList<>();
    boolean shown = true;
    while (!stack.isEmpty() && !stack.getLast().route().equals(to.route())) {
      OpenPage top = stack.getLast();
      if (app.isTab(top.route())) keepTop(shown, steps);
      else unloadTop(steps);
      shown = false;
    }
    if (!stack.isEmpty()) {
      if (!shown) steps.add(new Step(stack.getLast(), Hook.SHOW));
      return steps;
    }
    Optional<OpenPage> alive = openTab(to.route());
    if (alive.isPresent()) {
      kept.remove(alive.get());
      stack.add(alive.get());
      steps.add(new Step(alive.get(), Hook.SHOW));
    } else {
      open(PageUrl.of("/" + to.route(), ""), Navigation.NO_CHANNEL, steps);
    }
    return steps;
  }

  /** Opens a page, which exists, in place of all others. */
  List<Step> reLaunch(PageUrl to) {
    List<Step> steps = new ArrayList<>();
    while (!stack.isEmpty()) unloadTop(steps);
    kept.forEach(page -> steps.add(new Step(page, Hook.UNLOAD)));
    kept.clear();
    open(to, Navigation.NO_CHANNEL, steps);
    return steps;
  }

  private List<Step> navigateBack(int delta) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < Math.max(1, delta) && stack.size() > 1; i++) unloadTop(steps);
    steps.add(new Step(stack.getLast(), Hook.SHOW));
    return steps;
  }

  private void unloadTop(List<Step> steps) {
    steps.add(new Step(stack.removeLast(), Hook.UNLOAD));
  }

  private void keepTop(boolean shown, List<Step> steps) {
    OpenPage page = stack.removeLast();
    if (shown) steps.add(new Step(page, Hook.HIDE));
    steps.add(new Step(page, Hook.KEEP));
    kept.add(page);
  }

  private void open(PageUrl to, int channel, List<Step> steps) {
    OpenPage page = new OpenPage(++lastId, to.route(), to.query(), channel);
    stack.add(page);
    for (Hook hook : List.of(Hook.LOAD, Hook.SHOW, Hook.READY)) steps.add(new Step(page, hook));
  }

  void requirePage(PageUrl to) throws WxFailure {
    if (app.hasPage(to.route())) return;
    throw new WxFailure(
        NavigationCode.PAGE_NOT_FOUND,
        to.text(),
        to.route() + " is not among the pages of app.json",
        "add it to pages, or correct the url; without a leading / it is relative to the page that"
            + " navigates");
  }

  private WxFailure firstPage() {
    return new WxFailure(
        NavigationCode.FIRST_PAGE,
        "",
        "there is no page below " + current().map(OpenPage::route).orElse("an empty stack"),
        "check getCurrentPages().length first");
  }

  private static WxFailure unfit(Navigation navigation, PageUrl to) {
    return switch (navigation) {
      case Navigation.SwitchTab _ -> noTab(to);
      case Navigation.RedirectTo _ -> tab(NavigationCode.TAB_BY_REDIRECT, to);
      default -> tab(NavigationCode.TAB_BY_NAVIGATE, to);
    };
  }

  private static WxFailure tab(NavigationCode code, PageUrl to) {
    return new WxFailure(
        code, "", to.route() + " is in tabBar.list of app.json", "use wx.switchTab or wx.reLaunch");
  }

  private static WxFailure noTab(PageUrl to) {
    return new WxFailure(
        NavigationCode.NO_TAB,
        "",
        to.route() + " is not in tabBar.list of app.json",
        "use wx.navigateTo, wx.redirectTo or wx.reLaunch");
  }

  private static WxFailure tooMany(PageUrl to) {
    return new WxFailure(
        NavigationCode.TOO_MANY_PAGES,
        "",
        to.route() + " would be page " + (LIMIT + 1) + " on a stack of at most " + LIMIT,
        "use wx.redirectTo, or go back first");
  }
}
