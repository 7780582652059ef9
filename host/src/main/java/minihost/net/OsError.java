package minihost.net;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;

/**
 * What the system says of a socket call, with the number that Android's programs see, which is
 * Linux's: Java tells the words alone, and those of the system it runs on.
 */
public enum OsError {
  PERMISSION_DENIED(13, "Permission denied"),
  INVALID_ARGUMENT(22, "Invalid argument"),
  BROKEN_PIPE(32, "Broken pipe"),
  MESSAGE_TOO_LONG(90, "Message too long"),
  ADDRESS_IN_USE(98, "Address already in use"),
  CANNOT_ASSIGN(99, "Cannot assign requested address"),
  NETWORK_UNREACHABLE(101, "Network is unreachable"),
  CONNECTION_RESET(104, "Connection reset by peer"),
  NO_BUFFER_SPACE(105, "No buffer space available"),
  NOT_CONNECTED(107, "Transport endpoint is not connected"),
  TIMED_OUT(110, "Connection timed out"),
  REFUSED(111, "Connection refused"),
  NO_ROUTE(113, "No route to host"),
  /** Not of the system: a name that leads nowhere, in the words of Android's resolver. */
  NO_ADDRESS(7, "No address associated with hostname"),
  OTHER(5, "Input/output error");

  private final int errno;
  private final String words;

  OsError(int errno, String words) {
    this.errno = errno;
    this.words = words;
  }

  public int errno() {
    return errno;
  }

  /** {@code errno:111 errmsg:Connection refused}. */
  public String text() {
    return "errno:" + errno + " errmsg:" + words;
  }

  public static OsError of(IOException e) {
    if (e instanceof UnknownHostException) return NO_ADDRESS;
    if (e instanceof SocketTimeoutException) return TIMED_OUT;
    String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (said.contains("reset")) return CONNECTION_RESET;
    if (said.contains("too large") || said.contains("too long")) return MESSAGE_TOO_LONG;
    return Arrays.stream(values())
        .filter(error -> said.contains(error.words.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse(OTHER);
  }
}
