package minihost.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A certificate authority nobody has the key of. */
final class TestAuthority {
  private TestAuthority() {}

  static byte[] pem() {
    try (InputStream in = TestAuthority.class.getResourceAsStream("ca.pem")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
