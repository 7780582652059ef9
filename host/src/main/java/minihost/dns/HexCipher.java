package minihost.dns;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import minihost.config.HttpDnsService;

/**
 * Tencent's two ciphers, as hexadecimal text: DES in ECB mode, and AES in CBC mode behind a random
 * IV of 16 bytes; both padded as PKCS #5 says (sheet 7.4). Any thread.
 */
public final class HexCipher {
  private static final int IV_BYTES = 16;
  private static final HexFormat HEX = HexFormat.of();

  private final HttpDnsService.Cipher kind;
  private final SecretKeySpec key;

  /**
   * @param key of as many bytes as the cipher takes
   */
  public HexCipher(HttpDnsService.Cipher kind, String key) {
    this.kind = kind;
    this.key = new SecretKeySpec(key.getBytes(UTF_8), kind.name());
  }

  public String encrypt(String text) {
    byte[] iv = new byte[kind == HttpDnsService.Cipher.AES ? IV_BYTES : 0];
    if (iv.length > 0) new SecureRandom().nextBytes(iv);
    try {
      byte[] secret = cipher(Cipher.ENCRYPT_MODE, iv).doFinal(text.getBytes(UTF_8));
      return HEX.formatHex(iv) + HEX.formatHex(secret);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(kind + " is part of every Java", e);
    }
  }

  /** The text, unless it was encrypted otherwise. */
  public Optional<String> decrypt(String hex) {
    try {
      byte[] all = HEX.parseHex(hex);
      int iv = kind == HttpDnsService.Cipher.AES ? IV_BYTES : 0;
      if (all.length <= iv) return Optional.empty();
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, iv));
      return Optional.of(new String(cipher.doFinal(all, iv, all.length - iv), UTF_8));
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] iv) throws GeneralSecurityException {
    boolean aes = kind == HttpDnsService.Cipher.AES;
    Cipher cipher = Cipher.getInstance(aes ? "AES/CBC/PKCS5Padding" : "DES/ECB/PKCS5Padding");
    if (aes) cipher.init(mode, key, new IvParameterSpec(iv));
    else cipher.init(mode, key);
    return cipher;
  }
}
