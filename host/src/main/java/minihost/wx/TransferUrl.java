package minihost.wx;

import java.util.regex.Pattern;
import minihost.policy.Ask;

/**
 * What uploads and downloads ask of a URL before the policy does, once they have left the queue
 * (sheet 3.3): unlike those of {@code wx.request}, these checks are native.
 */
final class TransferUrl {
  private static final Pattern HTTP =
      Pattern.compile("https?://.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private TransferUrl() {}

  static void check(Ask.Http ask) throws TransferFailed {
    if (ask.url().isEmpty())
      throw new TransferFailed(
          TransferCode.URL_EMPTY, "", "the url is empty", "write the whole URL, https://host/path");
    if (!HTTP.matcher(ask.url()).matches())
      throw new TransferFailed(
          TransferCode.PROTOCOL,
          ask.api(),
          "\"" + ask.url() + "\" is not an absolute http(s) URL",
          "write the whole URL, https://host/path");
  }
}
