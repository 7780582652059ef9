package minihost.wx;

import java.util.ArrayList;
import java.util.List;
import minihost.net.TextDecoding;
import minihost.reason.Code;
import minihost.reason.Origin;
import minihost.reason.Reason;

/** What is doubtful about the text of an answer: nothing fails, but a person should know. */
enum TextFlaw implements Code {
  /** Other charsets are converted as well as can be, and may fail (sheet RES-4). */
  CHARSET,
  /** What is not of its charset becomes U+FFFD (RES-4). */
  MALFORMED_TEXT,
  /** Exactly one mark is removed (RES-3). */
  SECOND_BOM;

  private static final char REPLACEMENT = '\uFFFD';
  private static final char MARK = '\uFEFF';

  /**
   * @param text what was made of the bytes
   */
  static List<Reason> of(byte[] body, String text, String contentType, String url) {
    List<Reason> flaws = new ArrayList<>();
    String charset = TextDecoding.charset(body, contentType).name();
    boolean utf8 = charset.equals("UTF-8");
    if (!utf8 && body.length > 0)
      flaws.add(
          CHARSET.of(
              "the text of " + url + " is " + charset + "; WeChat promises UTF-8 only",
              "let the server send UTF-8"));
    if (text.indexOf(REPLACEMENT) >= 0)
      flaws.add(
          MALFORMED_TEXT.of(
              "the text of " + url + " is not all " + charset + "; what is not became U+FFFD",
              "let the server send UTF-8, or name its charset in Content-Type"));
    if (!text.isEmpty() && text.charAt(0) == MARK)
      flaws.add(
          SECOND_BOM.of(
              "the text of " + url + " begins with two byte order marks; only one is removed",
              "let the server send none: JSON.parse fails on the second"));
    return flaws;
  }

  private Reason of(String why, String fix) {
    return new Reason(this, "", why, fix, Origin.BUILT_IN);
  }

  @Override
  public String wording() {
    return "";
  }
}
