package minihost.files;

import minihost.reason.Platform;

/**
 * How programs name the files that are not of their package (sheet DL-6, 8.3). No document says
 * which client has which: this is the one place for it.
 */
enum FileScheme {
  PHONE("wxfile://usr", "wxfile://tmp_"),
  DEVTOOLS("http://usr", "http://tmp/");

  private final String user;
  private final String temp;

  FileScheme(String user, String temp) {
    this.user = user;
    this.temp = temp;
  }

  static FileScheme of(Platform platform) {
    return platform == Platform.DEVTOOLS ? DEVTOOLS : PHONE;
  }

  /** The user folder, {@code wx.env.USER_DATA_PATH}; its files follow after a slash. */
  String user() {
    return user;
  }

  /** What the name of a temporary file begins with. */
  String temp() {
    return temp;
  }
}
