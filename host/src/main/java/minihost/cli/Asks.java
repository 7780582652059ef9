package minihost.cli;

import java.util.Arrays;
import java.util.List;
import minihost.policy.Ask;

/** The questions a person can put to the policy by name. */
final class Asks {
  static final List<String> APIS =
      Arrays.stream(Ask.Http.Kind.values()).map(Ask.Http.Kind::api).toList();

  private Asks() {}

  /**
   * @param api with or without {@code wx.}
   * @throws IllegalArgumentException with a sentence for the user
   */
  static Ask of(String api, String url) {
    String name = api.startsWith("wx.") ? api.substring(3) : api;
    for (Ask.Http.Kind kind : Ask.Http.Kind.values())
      if (kind.api().equals(name)) return new Ask.Http(kind, url);
    throw new IllegalArgumentException(
        "\"" + api + "\" is not asked about; write one of " + String.join(", ", APIS));
  }
}
