package minihost.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import minihost.api.WxFailure;
import minihost.app.Navigation;
import minihost.config.Setting;
import minihost.host.Host;
import minihost.journal.Event;

/**
 * Opens each page of a program in turn, as if it were entered there ({@code --visit-all}), and
 * notes which of them throw. A screen in front of another. Any thread.
 */
final class PageVisits implements Screen {
  /** Real time for a page to come to rest; one that polls never does. */
  private static final long PATIENCE_S = 5;

  private static final int LONGEST = 160;
  private static final String LAUNCH = "(launch)";

  private final Screen shown;
  private final Duration limit;
  private final CompletableFuture<Void> entered = new CompletableFuture<>();

  /** By page what went wrong there, with how often. */
  private final Map<String, Map<String, Integer>> troubles =
      new LinkedHashMap<>(); // guarded by this

  private String current = LAUNCH;
  private int opened;
  private int pages;

  /**
   * @param limit real time after which the script of a page is stopped
   */
  PageVisits(Screen shown, Duration limit) {
    this.shown = shown;
    this.limit = limit;
  }

  /** Begins, on a thread of its own, and lets the run end when all is seen. */
  void start(Session session) {
    Thread.ofPlatform().daemon().name("minihost-visits").start(() -> visitAll(session));
  }

  private void visitAll(Session session) {
    try {
      if (!launch(session)) return;
      List<String> all =
          session.host().settings().app().pages().stream().map(Setting::value).toList();
      for (String page : all) {
        if (session.isOver()) return;
        visit(session, page, all.size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      session.exit();
    }
  }

  /** The page that the program enters at has a limit too; what comes before it has none. */
  private boolean launch(Session session) throws InterruptedException, ExecutionException {
    Host host = session.host();
    CompletableFuture.anyOf(entered, host.launched()).get();
    try (PageLimit _ = new PageLimit(limit, host, () -> tooLong(LAUNCH))) {
      boolean launched = host.launched().get();
      if (launched) rest(session);
      return launched;
    }
  }

  private void visit(Session session, String page, int all) throws InterruptedException {
    synchronized (this) {
      current = page;
      pages = all;
    }
    try (PageLimit _ = new PageLimit(limit, session.host(), () -> tooLong(page))) {
      session.host().navigate(new Navigation.ReLaunch("/" + page));
      synchronized (this) {
        opened++;
      }
      rest(session);
    } catch (WxFailure e) {
      trouble(page, "does not open: " + e.getMessage());
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static void rest(Session session) throws InterruptedException, ExecutionException {
    Host host = session.host();
    session.await(host.idle().completeOnTimeout(null, PATIENCE_S, TimeUnit.SECONDS));
    session.await(host.after(Duration.ZERO)); // what runs now is this page's
  }

  /** Told on a thread that may come when the next page is there already. */
  private void tooLong(String page) {
    trouble(page, "its script was stopped after " + Durations.show(limit.toMillis()));
  }

  private synchronized void trouble(String page, String what) {
    troubles.computeIfAbsent(page, p -> new LinkedHashMap<>()).merge(what, 1, Integer::sum);
  }

  private synchronized String current() {
    return current;
  }

  /** Says what was seen; after the run. */
  synchronized void tell() {
    StringBuilder text = new StringBuilder();
    text.append(opened).append(" of ").append(pages).append(" pages opened");
    text.append(troubles.isEmpty() ? ", no uncaught errors" : "; uncaught errors:");
    troubles.forEach(
        (page, all) ->
            all.forEach(
                (what, times) -> {
                  text.append("\n  ").append(page).append("  ").append(what);
                  if (times > 1) text.append("  (").append(times).append(" times)");
                }));
    if (hasFailed()) shown.complain(text.toString());
    else shown.say(text.toString());
  }

  synchronized boolean hasFailed() {
    return !troubles.isEmpty() || opened < pages;
  }

  @Override
  public void event(Event event) {
    if (event instanceof Event.Page) entered.complete(null);
    if (event instanceof Event.ScriptError e) trouble(current(), inALine(e));
    shown.event(event);
  }

  private static String inALine(Event.ScriptError e) {
    String text = e.message().replaceAll("\\s+", " ");
    String kind = e.kind().equals("unhandledRejection") ? "Unhandled rejection: " : "";
    String shortened = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return kind + shortened + (e.where().isEmpty() ? "" : "  at " + e.where());
  }

  @Override
  public void say(String text) {
    shown.say(text);
  }

  @Override
  public void complain(String text) {
    shown.complain(text);
  }
}
