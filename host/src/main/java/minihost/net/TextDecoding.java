package minihost.net;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes of an answer to text, as browsers do it: a byte order mark says the charset, else the
 * charset parameter of Content-Type, else it is UTF-8. Malformed bytes become U+FFFD (sheet RES-4),
 * and exactly one leading U+FEFF is removed (RES-3).
 */
public final class TextDecoding {
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*(?:\"([^\"]*)\"|([^;]*))", Pattern.CASE_INSENSITIVE);

  private TextDecoding() {}

  public static String decode(byte[] body, String contentType) {
    Charset charset = charset(body, contentType);
    String text = new String(body, charset);
    boolean taken = isUtf32(charset); // Java's decoders take its mark off
    return !taken && text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Like {@link #decode}, but a mark stays where Java's decoder leaves it. */
  public static String decodeWithBom(byte[] body, String contentType) {
    return new String(body, charset(body, contentType));
  }

  /** What {@link #decode} takes the bytes for. */
  public static Charset charset(byte[] body, String contentType) {
    Charset named = named(contentType).orElse(UTF_8);
    return isUtf32(named) ? named : marked(body).orElse(named);
  }

  /** No browser reads it, and its mark begins as that of UTF-16 does. */
  private static boolean isUtf32(Charset charset) {
    return charset.name().startsWith("UTF-32");
  }

  /** The charset whose mark the bytes begin with. */
  private static Optional<Charset> marked(byte[] body) {
    if (begins(body, 0xEF, 0xBB, 0xBF)) return Optional.of(UTF_8);
    if (begins(body, 0xFE, 0xFF)) return Optional.of(UTF_16BE);
    return begins(body, 0xFF, 0xFE) ? Optional.of(UTF_16LE) : Optional.empty();
  }

  private static boolean begins(byte[] body, int... bytes) {
    if (body.length < bytes.length) return false;
    for (int i = 0; i < bytes.length; i++) if ((body[i] & 0xFF) != bytes[i]) return false;
    return true;
  }

  private static Optional<Charset> named(String contentType) {
    Matcher m = CHARSET.matcher(contentType);
    if (!m.find()) return Optional.empty();
    return CharsetLabels.charset(m.group(1) != null ? m.group(1) : m.group(2));
  }
}
