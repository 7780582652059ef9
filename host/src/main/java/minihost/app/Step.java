package minihost.app;

/** One thing that happens to one page in the course of a navigation (sheet LC-4). */
public record Step(OpenPage page, Hook hook) {
  /** What happens; all but {@link #KEEP} call a hook of the page. */
  public enum Hook {
    LOAD("onLoad"),
    SHOW("onShow"),
    READY("onReady"),
    HIDE("onHide"),
    UNLOAD("onUnload"),
    /** A tab page leaves the stack alive. */
    KEEP("");

    private final String method;

    Hook(String method) {
      this.method = method;
    }

    /** The page's method, or empty. */
    public String method() {
      return method;
    }
  }

  @Override
  public String toString() {
    return page.route() + "#" + page.id() + " " + hook;
  }
}
