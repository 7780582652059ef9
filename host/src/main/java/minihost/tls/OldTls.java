package minihost.tls;

import java.security.Security;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets this process speak TLS 1.0 and 1.1 and old ciphers where a connection asks for them: the lab
 * plays such servers, and {@code urlCheck:false} meets them (sheet DOM-14). Java forbids them for
 * the whole process, so every client that checks names its own versions and ciphers.
 */
public final class OldTls {
  private static final String PROPERTY = "jdk.tls.disabledAlgorithms";
  private static final Set<String> ALLOWED =
      Set.of("TLSv1", "TLSv1.1", "RC4", "3DES_EDE_CBC", "TLS_RSA_*");

  static {
    String forbidden =
        Arrays.stream(Security.getProperty(PROPERTY).split(","))
            .map(String::strip)
            .filter(rule -> !ALLOWED.contains(rule))
            .collect(Collectors.joining(", "));
    Security.setProperty(PROPERTY, forbidden);
  }

  private OldTls() {}

  /** Must be called before this process first uses TLS, which reads the rules once. */
  public static void allow() {}
}
