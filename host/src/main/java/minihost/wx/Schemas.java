package minihost.wx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * What WeChat's functions take and give, and the attributes of its components, a line each as
 * {@code host/src/tools/wx-schemas} has written it. Read when somebody first asks.
 */
enum Schemas {
  /** {@code request object:data,method=GET|POST,url success:data,statusCode}. */
  FUNCTIONS("wx-schemas.txt"),
  /** {@code button open-type=contact|share,size=default|mini}. */
  COMPONENTS("wx-components.txt");

  private final String file;
  private Map<String, String> lines;

  Schemas(String file) {
    this.file = file;
  }

  /** What stands after a name; null for a name that is not there. */
  synchronized String of(String name) {
    if (lines == null) lines = read();
    return lines.get(name);
  }

  private Map<String, String> read() {
    try (InputStream in = Schemas.class.getResourceAsStream(file)) {
      Map<String, String> read = new HashMap<>();
      for (String line : new String(in.readAllBytes(), UTF_8).lines().toList()) {
        if (line.startsWith("#")) continue;
        int blank = line.indexOf(' ');
        read.put(
            blank < 0 ? line : line.substring(0, blank),
            blank < 0 ? "" : line.substring(blank + 1));
      }
      return Map.copyOf(read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
