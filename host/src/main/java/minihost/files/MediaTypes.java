package minihost.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which media type goes with which ending of a file name, as IANA registers them. */
public final class MediaTypes {
  public static final String UNKNOWN = "application/octet-stream";

  private static final Map<String, String> BY_EXTENSION = new HashMap<>();
  private static final Map<String, String> BY_TYPE = new HashMap<>();

  static {
    for (String line : table().split("\n")) {
      String[] words = line.split(" ");
      BY_TYPE.put(words[0], words[1]);
      for (int i = 1; i < words.length; i++) BY_EXTENSION.putIfAbsent(words[i], words[0]);
    }
  }

  private MediaTypes() {}

  /** The type of a file by the end of its name, else {@link #UNKNOWN}. */
  public static String ofFile(String name) {
    int dot = name.lastIndexOf('.');
    if (dot < 0) return UNKNOWN;
    return BY_EXTENSION.getOrDefault(name.substring(dot + 1).toLowerCase(Locale.ROOT), UNKNOWN);
  }

  /**
   * The usual ending, without the dot, for the value of a Content-Type; empty for the unknown, and
   * for octet-stream, which says nothing.
   */
  public static Optional<String> extension(String contentType) {
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return Optional.ofNullable(BY_TYPE.get(type));
  }

  private static String table() {
    try (InputStream in = MediaTypes.class.getResourceAsStream("media-types.txt")) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
