package minihost.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RES-3, RES-4. */
class TextDecodingTest {
  @ParameterizedTest // RES-3, RES-4
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void oneByteOrderMarkIsTakenOffInEveryUnicodeCharset(String charset) {
    for (int marks = 0; marks < 3; marks++) {
      byte[] body = ("\uFEFF".repeat(marks) + "中a").getBytes(Charset.forName(charset));
      assertEquals(
          "\uFEFF".repeat(Math.max(0, marks - 1)) + "中a",
          TextDecoding.decode(body, "text/plain; charset=" + charset));
    }
  }

  @ParameterizedTest // RES-3
  @ValueSource(strings = {"UTF-16", "UTF-32"})
  void aDecoderThatTakesTheMarkItselfTakesNoMore(String charset) {
    String order = charset + "LE";
    for (int marks = 1; marks < 3; marks++) {
      byte[] body = ("\uFEFF".repeat(marks) + "中a").getBytes(Charset.forName(order));
      assertEquals(
          "\uFEFF".repeat(marks - 1) + "中a",
          TextDecoding.decode(body, "text/plain; charset=" + charset));
    }
  }

  @Test // RES-4
  void withoutACharsetItIsUtf8() {
    byte[] body = "中".getBytes(StandardCharsets.UTF_8);
    assertEquals("中", TextDecoding.decode(body, ""));
    assertEquals("中", TextDecoding.decode(body, "application/json"));
    assertEquals("中", TextDecoding.decode(body, "x; charset=\"no such\""));
    assertEquals("", TextDecoding.decode(new byte[0], ""));
  }
}
