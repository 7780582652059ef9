package minihost.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Optional;
import minihost.config.HttpDnsService.Cipher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HexCipherTest {
  private static final String VECTOR = "87ae992c1321f299da3c0210a9900ae7";
  private static final HexCipher DES = new HexCipher(Cipher.DES, "dnspodpa");
  private static final HexCipher AES = new HexCipher(Cipher.AES, "0123456789abcdef");

  @Test // S-row 23
  void desIsAsInTheSheetsVector() {
    assertEquals(VECTOR, DES.encrypt("www.dnspod.cn"));
    assertEquals(Optional.of("www.dnspod.cn"), DES.decrypt(VECTOR));
    assertEquals(Optional.of("www.dnspod.cn"), DES.decrypt(VECTOR.toUpperCase()));
  }

  /** Made with {@code openssl enc -aes-128-cbc -K … -iv 00010203…0f}, the IV put before it. */
  @Test // S-row 23
  void aesIsCbcBehindItsIv() {
    String iv = "000102030405060708090a0b0c0d0e0f";
    assertEquals(
        Optional.of("www.dnspod.cn"), AES.decrypt(iv + "556fad2b1e6696ecb7b748a48d600025"));
    String hex = AES.encrypt("www.dnspod.cn");
    assertEquals(2 * (16 + 16), hex.length());
    assertEquals(Optional.of("www.dnspod.cn"), AES.decrypt(hex));
    assertNotEquals(hex, AES.encrypt("www.dnspod.cn"), "each text has an IV of its own");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "zz", "00", "1.2.3.4,60", "87ae992c1321f299"})
  void whatWasNotEncryptedWithTheKeyIsNoText(String hex) {
    assertEquals(Optional.empty(), AES.decrypt(hex));
    assertEquals(Optional.empty(), DES.decrypt(hex));
  }

  @ParameterizedTest
  @CsvSource({"DES, 8", "AES, 16"})
  void theKeyHasAsManyBytesAsTheCipherTakes(Cipher cipher, int bytes) {
    assertEquals(bytes, cipher.keyBytes());
  }
}
