package minihost.net;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes of an answer to text: the charset parameter of Content-Type, else UTF-8; malformed bytes
 * become U+FFFD (sheet RES-4), and exactly one leading U+FEFF is removed (RES-3).
 */
public final class TextDecoding {
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE);

  /** Their decoders take one off themselves. */
  private static final Set<String> EATS_BOM = Set.of("UTF-16", "UTF-32", "UTF-32BE", "UTF-32LE");

  private TextDecoding() {}

  /** Like {@link #decode}, but the mark stays where the charset's decoder leaves it. */
  public static String decodeWithBom(byte[] body, String contentType) {
    return new String(body, charset(contentType));
  }

  public static String decode(byte[] body, String contentType) {
    Charset charset = charset(contentType);
    String text = new String(body, charset);
    boolean taken = EATS_BOM.contains(charset.name()) && startsWithBom(body);
    return !taken && text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** In either byte order, of 2 or 4 bytes. */
  private static boolean startsWithBom(byte[] body) {
    int start = 0;
    while (start < body.length && start < 2 && body[start] == 0) start++;
    if (body.length < start + 2) return false;
    int mark = (body[start] & 0xFF) << 8 | body[start + 1] & 0xFF;
    return mark == 0xFEFF || mark == 0xFFFE;
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
