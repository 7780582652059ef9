package minihost.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import minihost.api.WxFailure;
import minihost.app.Navigation;
import minihost.config.AppJson;
import minihost.config.Suggestion;
import minihost.host.Status;

/** Commands that look at the mini program and move it. */
final class AppCommands {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> KINDS =
      List.of("navigateTo", "redirectTo", "switchTab", "reLaunch", "navigateBack");

  static final List<ReplCommand> ALL =
      List.of(
          new ReplCommand(
              ".background", "", "hide the mini program, as the home key does", AppCommands::hide),
          new ReplCommand(".foreground", "", "show it again", AppCommands::show),
          new ReplCommand(
              ".state", "", "how the run stands, and what it waits for", AppCommands::state),
          new ReplCommand(
              ".pages", "", "the open pages, then all pages of app.json", AppCommands::pages),
          new ReplCommand(
                  ".navigate",
                  "[KIND] URL",
                  "go to a page; KIND is " + String.join(", ", KINDS),
                  AppCommands::navigate)
              .completing(AppCommands::places),
          new ReplCommand(
                  ".call",
                  "METHOD [JSON…]",
                  "call a method of the current page, as a tap would",
                  AppCommands::call)
              .completing(
                  (session, before) ->
                      before.isEmpty() ? session.host().complete("page") : List.of()),
          new ReplCommand(".data", "", "the current page's data", AppCommands::data),
          new ReplCommand(
              ".tap",
              "SELECTOR",
              "tap an element of the current page: a tag, #id, .class",
              TreeCommands::tap),
          new ReplCommand(".tree", "", "the elements of the current page", TreeCommands::tree));

  private AppCommands() {}

  private static void hide(Session session, String arguments) {
    session.screen().say(session.host().background() ? "" : already(session, "background"));
  }

  private static void show(Session session, String arguments) {
    session.screen().say(session.host().foreground() ? "" : already(session, "foreground"));
  }

  private static String already(Session session, String where) {
    return session.host().status().state().equals("destroyed")
        ? "the mini program has been destroyed; .reload starts it again"
        : "it is in " + where + " already";
  }

  private static void state(Session session, String arguments) {
    Status now = session.host().status();
    Table table = new Table();
    table.row("state", now.state());
    table.row("page", now.pages().isEmpty() ? "none" : now.pages().getLast());
    table.row("in flight", String.valueOf(now.inFlight()));
    table.row("script", now.busy() ? "running" : "idle");
    for (String what : now.waitingFor()) table.row("waits for", what);
    session.screen().say(table.toString());
  }

  private static void pages(Session session, String arguments) {
    List<String> open = session.host().status().pages();
    AppJson app = session.host().settings().app();
    Table table = new Table();
    for (int i = open.size(); i-- > 0; )
      table.row(String.valueOf(i + 1), open.get(i), i == open.size() - 1 ? "current" : "");
    for (String route : routes(app)) table.row("", route, app.isTab(route) ? "tab" : "");
    session.screen().say(table.toString());
  }

  private static List<String> routes(AppJson app) {
    return app.pages().stream().map(page -> page.value()).toList();
  }

  private static void navigate(Session session, String arguments)
      throws WxFailure, ReplCommand.Misuse {
    List<String> words = Words.split(arguments);
    if (words.isEmpty())
      throw new ReplCommand.Misuse(
          "where to? write for example .navigate pages/detail/detail?id=1");
    boolean kind = KINDS.contains(words.getFirst());
    String to = words.size() > (kind ? 1 : 0) ? words.get(kind ? 1 : 0) : "";
    session.host().navigate(navigation(kind ? words.getFirst() : KINDS.getFirst(), to));
  }

  private static Navigation navigation(String kind, String to) throws ReplCommand.Misuse {
    if (kind.equals("navigateBack")) return new Navigation.NavigateBack(delta(to));
    if (to.isEmpty())
      throw new ReplCommand.Misuse("where to? write for example .navigate " + kind + " pages/a/a");
    String url = to.startsWith("/") || to.startsWith(".") ? to : "/" + to;
    return switch (kind) {
      case "redirectTo" -> new Navigation.RedirectTo(url);
      case "switchTab" -> new Navigation.SwitchTab(url);
      case "reLaunch" -> new Navigation.ReLaunch(url);
      default -> new Navigation.NavigateTo(url);
    };
  }

  private static int delta(String text) throws ReplCommand.Misuse {
    if (text.isEmpty()) return 1;
    if (text.matches("\\d{1,4}")) return Integer.parseInt(text);
    throw new ReplCommand.Misuse(
        "\"" + text + "\" is not a number of pages; write for example .navigate navigateBack 1");
  }

  private static List<String> places(Session session, List<String> before) {
    List<String> routes = routes(session.host().settings().app());
    if (!before.isEmpty()) return before.getFirst().equals("navigateBack") ? List.of() : routes;
    return java.util.stream.Stream.concat(KINDS.stream(), routes.stream()).toList();
  }

  private static void call(Session session, String arguments) throws Exception {
    String[] parts = arguments.split("\\s+", 2);
    if (parts[0].isEmpty())
      throw new ReplCommand.Misuse(
          "which method? write for example .call onTap {\"currentTarget\": {}}");
    requireMethod(session, parts[0]);
    List<Object> args = json(parts.length > 1 ? parts[1] : "");
    CompletableFuture<String> result = session.host().callPage(parts[0], args);
    if (result.isDone()) {
      session.screen().say(result.get());
      return;
    }
    // A tap does not wait either: what it set going can be watched, cut and waited for.
    result.whenComplete((text, failure) -> tell(session, parts[0], text, failure));
  }

  private static void tell(Session session, String method, String text, Throwable failure) {
    if (failure != null) session.screen().complain(method + ": " + CommandLoop.text(failure));
    else if (!text.isEmpty()) session.screen().say(method + ": " + text);
  }

  private static void requireMethod(Session session, String method) throws ReplCommand.Misuse {
    List<String> members = session.host().complete("page");
    if (members.contains(method)) return;
    String meant =
        Suggestion.nearest(method, members)
            .map(nearest -> "did you mean " + nearest + "?")
            .orElse(".call and Tab lists what it has");
    throw new ReplCommand.Misuse("the page has no method " + method + "; " + meant);
  }

  private static List<Object> json(String text) throws IOException, ReplCommand.Misuse {
    try (MappingIterator<Object> values = JSON.readerFor(Object.class).readValues(text)) {
      return values.readAll();
    } catch (JsonProcessingException e) {
      throw new ReplCommand.Misuse(
          "the arguments are not JSON: " + e.getOriginalMessage() + "; strings take \"quotes\"");
    }
  }

  private static void data(Session session, String arguments) throws ReplCommand.Misuse {
    session
        .screen()
        .say(
            session.host().pageData().orElseThrow(() -> new ReplCommand.Misuse("no page is open")));
  }
}
