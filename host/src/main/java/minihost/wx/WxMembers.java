package minihost.wx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names of all that WeChat has on {@code wx}, here or not: {@code request}, {@code cloud.init}.
 * They are those of the npm package miniprogram-api-typings 5.2.3, by {@code
 * host/src/tools/wx-members}.
 */
public final class WxMembers {
  private static final String FILE = "wx-members.txt";

  /** Read when somebody first asks: most runs do not. */
  private static final class Names {
    static final Set<String> ALL = read();
  }

  private WxMembers() {}

  /** Sorted; those of {@code wx.cloud} with their path. */
  public static Set<String> all() {
    return Names.ALL;
  }

  /** Whether a tag is a component of the framework, as WeChat's documentation has it. */
  public static boolean isComponent(String tag) {
    return Schemas.COMPONENTS.of(tag) != null;
  }

  private static Set<String> read() {
    try (InputStream in = WxMembers.class.getResourceAsStream(FILE)) {
      Set<String> names = new TreeSet<>();
      new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(names::add);
      return Collections.unmodifiableSet(names);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
