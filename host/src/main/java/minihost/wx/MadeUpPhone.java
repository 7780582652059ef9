package minihost.wx;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import minihost.api.Ordered;
import minihost.reason.Platform;

/**
 * The phone a program finds itself on. It is no real model: its numbers are those of a common size,
 * its language is {@code zh_CN}, its theme light. Lengths are in px.
 */
record MadeUpPhone(Platform platform, String libVersion) {
  private static final String WECHAT = "8.0.50";
  private static final String BASE_LIBRARY = "3.8.10";
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");

  private static final int WIDTH = 390;
  private static final int HEIGHT = 844;
  private static final int STATUS_BAR = 47;
  private static final int NAVIGATION_BAR = 44;
  private static final int HOME_INDICATOR = 34;

  Map<String, Object> app() {
    Map<String, Object> app = new LinkedHashMap<>();
    app.put("SDKVersion", VERSION.matcher(libVersion).matches() ? libVersion : BASE_LIBRARY);
    app.put("version", WECHAT);
    app.put("language", "zh_CN");
    app.put("theme", "light");
    app.put("enableDebug", false);
    app.put("fontSizeSetting", 16);
    app.put("host", Ordered.of("env", "WeChat", "version", WECHAT));
    return app;
  }

  Map<String, Object> device() {
    Map<String, Object> device = new LinkedHashMap<>();
    device.put("brand", "minihost");
    device.put("model", "minihost");
    device.put("system", platform == Platform.ANDROID ? "Android 14" : "iOS 17.0");
    device.put("platform", name());
    device.put("benchmarkLevel", 50);
    device.put("memorySize", 4096);
    return device;
  }

  /** Without a platform of its own the program is told that it runs in the developer tool. */
  private String name() {
    return switch (platform) {
      case ANDROID -> "android";
      case IOS -> "ios";
      case DEFAULT, DEVTOOLS -> "devtools";
    };
  }

  static Map<String, Object> window() {
    Map<String, Object> window = new LinkedHashMap<>();
    window.put("pixelRatio", 3);
    window.put("screenWidth", WIDTH);
    window.put("screenHeight", HEIGHT);
    window.put("windowWidth", WIDTH);
    window.put("windowHeight", HEIGHT - STATUS_BAR - NAVIGATION_BAR);
    window.put("statusBarHeight", STATUS_BAR);
    window.put("screenTop", STATUS_BAR + NAVIGATION_BAR);
    int bottom = HEIGHT - HOME_INDICATOR;
    window.put(
        "safeArea",
        Ordered.of(
            "left",
            0,
            "right",
            WIDTH,
            "top",
            STATUS_BAR,
            "bottom",
            bottom,
            "width",
            WIDTH,
            "height",
            bottom - STATUS_BAR));
    return window;
  }
}
