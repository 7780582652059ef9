package minihost.net;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes of an answer to text: the charset parameter of Content-Type, else UTF-8; malformed bytes
 * become U+FFFD (sheet RES-4), and exactly one leading U+FEFF is removed (RES-3).
 */
public final class TextDecoding {
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE);

  private TextDecoding() {}

  public static String decode(byte[] body, String contentType) {
    String text = new String(body, charset(contentType));
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Charset charset(String contentType) {
    Matcher m = CHARSET.matcher(contentType);
    if (!m.find()) return StandardCharsets.UTF_8;
    try {
      return Charset.forName(m.group(1));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return StandardCharsets.UTF_8;
    }
  }
}
