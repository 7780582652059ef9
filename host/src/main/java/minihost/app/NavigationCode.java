package minihost.app;

import minihost.reason.Code;
import minihost.reason.Platform;

/**
 * Why a navigation fails, in the words programs meet on phones. All are seen in the error texts
 * that public programs handle, but for {@link #PROGRAM_ENDED}; only {@link #FIRST_PAGE} is known to
 * differ between platforms.
 */
public enum NavigationCode implements Code {
  /** The detail is the route with the query as written. */
  PAGE_NOT_FOUND("page \"%s\" is not found"),
  TAB_BY_NAVIGATE("can not navigateTo a tabbar page"),
  TAB_BY_REDIRECT("can not redirectTo a tabbar page"),
  NO_TAB("can not switch to no-tabBar page"),
  /** More than {@link PageStack#LIMIT} pages. */
  TOO_MANY_PAGES("webview count limit exceed"),
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
