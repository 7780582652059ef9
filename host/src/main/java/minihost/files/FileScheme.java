package minihost.files;

import minihost.reason.Platform;

/**
 * How programs name the files that are not of their package (sheet DL-6, 8.3). No document says
 * which client has which: this is the one place for it.
 */
enum FileScheme {
  PHONE("wxfile://usr", "wxfile://tmp_", "wxfile://store_"),
  DEVTOOLS("http://usr", "http://tmp/", "http://store/");

  private final String user;
  private final String temp;
  private final String saved;

  FileScheme(String user, String temp, String saved) {
    this.user = user;
    this.temp = temp;
    this.saved = saved;
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

  /** What the name of a file begins with that saveFile has named. */
  String saved() {
    return saved;
  }
}
