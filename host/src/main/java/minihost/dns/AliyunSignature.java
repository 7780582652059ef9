package minihost.dns;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a signed look-up at Aliyun carries: {@code md5("host-secret-t")}, in hexadecimal. */
public final class AliyunSignature {
  private AliyunSignature() {}

  /**
   * @param until when it ceases to hold, in seconds since the epoch
   */
  public static String of(String host, String secret, long until) {
    try {
      byte[] text = (host + "-" + secret + "-" + until).getBytes(UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("MD5 is part of every Java", e);
    }
  }
}
