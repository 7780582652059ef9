package minihost.net;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;

/** What a person makes the network do to the connections of a host. */
public enum Fault {
  /** Its name is not found. */
  DNS,
  /** Nobody listens. */
  REFUSED,
  /** The connection is there, and reset as soon as something is said on it. */
  RESET,
  /** No packet is answered; a system gives up after some two minutes. */
  TIMEOUT,
  /** The connection is there, and no TLS can be agreed on. */
  TLS;

  /** As tests and the REPL write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Fault> named(String word) {
    return Arrays.stream(values()).filter(f -> f.word().equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(Fault::word).toList();
  }

  /** As a connection to {@code host} is made; RESET comes later, and TIMEOUT takes its time. */
  void atConnect(String host) throws IOException {
    switch (this) {
      case DNS -> throw new UnknownHostException(host + ": a fault that was asked for");
      case REFUSED -> throw new ConnectException("Connection refused: a fault that was asked for");
      case TLS -> throw new SSLHandshakeException("no TLS: a fault that was asked for");
      case RESET, TIMEOUT -> {}
    }
  }

  /** On a connection that is there. */
  void atUse(String host) throws IOException {
    atConnect(host);
    if (this == RESET) throw new SocketException("Connection reset: a fault that was asked for");
  }
}
