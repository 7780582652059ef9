package minihost.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest of a file's bytes. */
final class FileDigest {
  private static final int BUFFER = 1 << 16;

  private FileDigest() {}

  static String of(Path file, String algorithm) throws IOException {
    MessageDigest digest = digest(algorithm);
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) digest.update(buffer, 0, n);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest(String algorithm) throws FileFailure {
    try {
      return switch (algorithm) {
        case "md5" -> MessageDigest.getInstance("MD5");
        case "sha1" -> MessageDigest.getInstance("SHA-1");
        case "sha256" -> MessageDigest.getInstance("SHA-256");
        default ->
            throw new FileFailure(
                FileCode.INVALID_ARGUMENT,
                "",
                "there is no digestAlgorithm \"" + algorithm + "\"",
                "give md5, sha1 or sha256");
      };
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has these
    }
  }
}
