package minihost.cli;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import minihost.inspect.DevTools;

/**
 * What {@code --inspect} and {@code --inspect-brk} say, as with Node.js: where a debugger may
 * connect, and whether the first script waits for it.
 *
 * @param port 0 for any free one
 */
record Inspect(String option, String host, int port, boolean waits) {
  static final String LABEL = "[HOST:]PORT";
  static final String RUNS = "--inspect";
  static final String WAITS = "--inspect-brk";
  private static final Pattern FORM = Pattern.compile("(?:(.+):)?(\\d{1,5})");

  /**
   * @throws IllegalArgumentException with a sentence for the user
   */
  static Inspect of(String option, String value) {
    Matcher form = FORM.matcher(value);
    if (!form.matches() || Integer.parseInt(form.group(2)) > 65535)
      throw new IllegalArgumentException(
          "\"" + value + "\" is no port; write for example " + option + "=127.0.0.1:9229");
    String host = form.group(1) == null ? "127.0.0.1" : form.group(1);
    return new Inspect(option, host, Integer.parseInt(form.group(2)), option.equals(WAITS));
  }

  /** Gives the options their value where they stand alone, since what follows is a folder. */
  static List<String> spelledOut(List<String> arguments) {
    return arguments.stream()
        .map(a -> a.equals(RUNS) || a.equals(WAITS) ? a + "=" + DevTools.PORT : a)
        .toList();
  }

  /**
   * Listens, and says where.
   *
   * @return empty when it cannot, which has been said
   */
  Optional<DevTools> open(Io io) throws IOException {
    try {
      InetAddress address = InetAddress.getByName(host);
      DevTools tools = new DevTools(address, port, waits);
      io.err().println("Debugger listening on " + tools.address());
      io.err().println("Open in Chrome: " + tools.page());
      if (!address.isLoopbackAddress())
        io.err().println("Whoever reaches " + host + " can now run code in this process.");
      if (waits) io.err().println("The first script waits for the debugger.");
      return Optional.of(tools);
    } catch (UnknownHostException | BindException e) {
      io.err()
          .println(
              "minihost: "
                  + option
                  + ": cannot listen on "
                  + host
                  + ":"
                  + port
                  + ": "
                  + Visible.line(e.getMessage())
                  + "; give another port, or 0 for any free one");
      return Optional.empty();
    }
  }
}
