package minihost.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code trust} of minihost.json: files with further certificate authorities. */
final class TrustReader {
  private static final long MAX_BYTES = 16 << 20;
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----");

  private TrustReader() {}

  static List<Setting<Path>> read(Fields root, Path base) {
    String example = "[\"certs/company-ca.pem\"]";
    List<Setting<Path>> files = new ArrayList<>();
    root.array("trust", example)
        .ifPresent(
            array -> {
              for (Json.Text item : root.texts(array, example))
                NamedFile.existing(item, base, root.problems())
                    .filter(path -> holdsCertificate(path, item, root.problems()))
                    .ifPresent(path -> files.add(new Setting<>(path, item.origin())));
            });
    return List.copyOf(files);
  }

  private static boolean holdsCertificate(Path path, Json.Text item, Problems problems) {
    Optional<String> trouble = trouble(path);
    trouble.ifPresent(
        why ->
            problems.problem(
                ConfigCode.NO_CERTIFICATE, item.origin(), item.origin().key(), item.shown(), why));
    return trouble.isEmpty();
  }

  private static Optional<String> trouble(Path path) {
    try {
      if (Files.size(path) > MAX_BYTES) return Optional.of("it is larger than 16 MiB");
      Matcher pem = PEM.matcher(new String(Files.readAllBytes(path), ISO_8859_1));
      if (!pem.find()) return Optional.of("no BEGIN CERTIFICATE");
      CertificateFactory x509 = CertificateFactory.getInstance("X.509");
      do x509.generateCertificate(new ByteArrayInputStream(pem.group().getBytes(ISO_8859_1)));
      while (pem.find());
      return Optional.empty();
    } catch (IOException | CertificateException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
