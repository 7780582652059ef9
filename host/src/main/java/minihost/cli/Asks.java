package minihost.cli;

import java.util.List;
import minihost.policy.Ask;

/** The questions a person can put to the policy by name. */
final class Asks {
  static final List<String> APIS = List.of("request");

  private Asks() {}

  /**
   * @param api with or without {@code wx.}
   * @throws IllegalArgumentException with a sentence for the user
   */
  static Ask of(String api, String url) {
    String name = api.startsWith("wx.") ? api.substring(3) : api;
    return switch (name) {
      case "request" -> new Ask.Request(url, 0);
      default ->
          throw new IllegalArgumentException(
              "\"" + api + "\" is not asked about; write one of " + String.join(", ", APIS));
    };
  }
}
