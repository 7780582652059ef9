package minihost.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** Text as bytes, by the names that FileSystemManager's pages give; they are Node's. */
public final class TextEncoding {
  private TextEncoding() {}

  /**
   * @param encoding one of the documented names
   */
  public static byte[] bytes(String text, String encoding) throws FileFailure {
    return switch (canonical(encoding)) {
      case "utf8" -> text.getBytes(UTF_8);
      case "utf16le" -> text.getBytes(UTF_16LE);
      case "latin1", "ascii" -> lowBytes(text);
      case "hex" -> hex(text);
      default -> base64(text);
    };
  }

  public static String text(byte[] bytes, String encoding) throws FileFailure {
    return switch (canonical(encoding)) {
      case "utf8" -> new String(bytes, UTF_8);
      case "utf16le" -> new String(bytes, 0, bytes.length & ~1, UTF_16LE);
      case "latin1" -> new String(bytes, ISO_8859_1);
      case "ascii" -> ascii(bytes);
      case "hex" -> HexFormat.of().formatHex(bytes);
      default -> Base64.getEncoder().encodeToString(bytes);
    };
  }

  private static String canonical(String encoding) throws FileFailure {
    return switch (encoding.toLowerCase(Locale.ROOT)) {
      case "utf8", "utf-8" -> "utf8";
      case "ucs2", "ucs-2", "utf16le", "utf-16le" -> "utf16le";
      case "latin1", "binary" -> "latin1";
      case "ascii" -> "ascii";
      case "hex" -> "hex";
      case "base64" -> "base64";
      default ->
          throw new FileFailure(
              FileCode.INVALID_ARGUMENT,
              "",
              "there is no encoding \"" + encoding + "\"",
              "give one of ascii, base64, binary, hex, ucs2, utf16le, utf8, latin1");
    };
  }

  private static byte[] lowBytes(String text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) text.charAt(i);
    return bytes;
  }

  private static String ascii(byte[] bytes) {
    byte[] low = bytes.clone();
    for (int i = 0; i < low.length; i++) low[i] &= 0x7f;
    return new String(low, ISO_8859_1);
  }

  private static byte[] hex(String text) throws FileFailure {
    try {
      return HexFormat.of().parseHex(text);
    } catch (IllegalArgumentException e) {
      throw new FileFailure(
          FileCode.BASE64, "", "the text is no hexadecimal digits", "give two digits a byte");
    }
  }

  private static byte[] base64(String text) throws FileFailure {
    try {
      return Base64.getDecoder().decode(text.replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      throw new FileFailure(
          FileCode.BASE64, "", "the text is not base64: " + e.getMessage(), "give plain base64");
    }
  }
}
