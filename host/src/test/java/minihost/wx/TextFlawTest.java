package minihost.wx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.util.List;
import minihost.net.TextDecoding;
import org.junit.jupiter.api.Test;

class TextFlawTest {
  private static final Charset GBK = Charset.forName("GBK");

  private static List<String> of(byte[] body, String contentType) {
    String text = TextDecoding.decode(body, contentType);
    return TextFlaw.of(body, text, contentType, "https://a.example/").stream()
        .map(reason -> reason.code().name())
        .toList();
  }

  @Test
  void utf8HasNone() {
    assertEquals(List.of(), of("茶".getBytes(UTF_8), "text/plain"));
    assertEquals(List.of(), of("\uFEFF茶".getBytes(UTF_8), "text/plain; charset=utf-8"));
    assertEquals(List.of(), of(new byte[0], "text/plain; charset=gbk"));
  }

  @Test // RES-4
  void anotherCharsetIsNotPromised() {
    assertEquals(List.of("CHARSET"), of("茶".getBytes(GBK), "text/plain; charset=gbk"));
  }

  @Test // RES-4
  void whatIsNotOfItsCharsetIsMalformed() {
    assertEquals(List.of("MALFORMED_TEXT"), of("茶茶".getBytes(GBK), "text/plain"));
  }

  @Test // RES-3
  void aSecondMarkStays() {
    assertEquals(List.of("SECOND_BOM"), of("\uFEFF\uFEFF{}".getBytes(UTF_8), "application/json"));
  }
}
