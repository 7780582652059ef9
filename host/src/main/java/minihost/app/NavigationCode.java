package minihost.app;

import minihost.reason.Code;
import minihost.reason.Platform;

/**
 * Why a navigation fails, in the words programs meet on phones. All are seen in the error texts
 * that public programs handle or, of a rewritten route, in its guide, but for {@link
 * #PROGRAM_ENDED}; only {@link #FIRST_PAGE} is known to differ between platforms.
 */
public enum NavigationCode implements Code {
  /** The detail is the route with the query as written. */
  PAGE_NOT_FOUND("page \"%s\" is not found"),
  TAB_BY_NAVIGATE("can not navigateTo a tabbar page"),
  TAB_BY_REDIRECT("can not redirectTo a tabbar page"),
  NO_TAB("can not switch to no-tabBar page"),
  /** More than {@link PageStack#LIMIT} pages. */
  TOO_MANY_PAGES("webview count limit exceed"),
  REWRITE_OUTSIDE("rewriteRoute is only allowed in a onBeforeAppRoute callback"),
  /** The detail is the page; the misspelt word is WeChat's. */
  REWRITE_TWICE(
      "rewriteRoute can only be called once in a route event, this page hash been rewritten to"
          + " \"%s\""),
  REWRITE_BACK("a \"navigateBack\" event is not allowed to be rewritten"),
  /** The detail is an event and a page that do not fit. */
  REWRITE_UNFIT("rewriting a %s is not allowed"),
  /** A word of this host: on a phone nothing is left that could be told. */
  PROGRAM_ENDED("the mini program has ended"),
  FIRST_PAGE("cannot navigate back at first page.") {
    @Override
    public String wording(Platform platform) {
      return platform == Platform.ANDROID ? "fail:cannot navigate back at first page" : wording();
    }
  };

  private final String wording;

  NavigationCode(String wording) {
    this.wording = wording;
  }

  @Override
  public String wording() {
    return wording;
  }
}
