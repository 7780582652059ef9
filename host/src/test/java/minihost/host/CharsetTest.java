package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import minihost.lab.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers in other charsets than UTF-8 (RES-4). The bytes are those that other programs write. */
class CharsetTest {
  private static TestRun run;

  @BeforeAll
  static void start() throws Exception {
    run = new TestRun();
    run.start();
  }

  @AfterAll
  static void close() throws Exception {
    run.close();
  }

  private String read(String hex, String contentType, String options) throws Exception {
    run.lab.on(
        "GET /", Answer.bytes(HexFormat.of().parseHex(hex)).header("Content-Type", contentType));
    return run.request("url: 'https://api.example.com/'" + options);
  }

  @ParameterizedTest // RES-4
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "gbk              | e946                 | 镕",
        "GB2312           | d6d0cec4             | 中文",
        "gb2312           | e946bbf9             | 镕基",
        "x-gbk            | d6d0                 | 中",
        "gb18030          | d6d0cec49439fc36     | 中文😀",
        "Big5             | a4a4a4e5             | 中文",
        "big5             | 9def                 | 嘅",
        "big5-hkscs       | adbbb4e49def         | 香港嘅",
        "Shift_JIS        | 93fa967b8740         | 日本①",
        "sjis             | eee0c3bdc4           | 髙ﾃｽﾄ",
        "windows-31j      | 8160                 | ～",
        "EUC-JP           | c6fccbdc             | 日本",
        "ISO-2022-JP      | 1b2442467c4b5c1b2842 | 日本",
        "EUC-KR           | c7d1b1b9             | 한국",
        "euc-kr           | 8c63b9e6             | 똠방",
        "ks_c_5601-1987   | 94ee                 | 뷁",
        "iso-8859-1       | e9                   | é",
        "ISO-8859-1       | 809394               | €“”",
        "us-ascii         | e9                   | é",
        "latin1           | fc                   | ü",
        "iso-8859-2       | be                   | ž",
        "ISO-8859-5       | b6                   | Ж",
        "iso-8859-7       | d9                   | Ω",
        "iso-8859-9       | f080                 | ğ€",
        "ISO-8859-15      | a4                   | €",
        "windows-1251     | cff0e8e2e5f2         | Привет",
        "koi8-r           | f0d2c9d7c5d4         | Привет",
        "utf-16le         | 2d4e6100             | 中a",
        "utf-16be         | 4e2d0061             | 中a",
        "utf-16           | 2d4e6100             | 中a",
        "unicode-1-1-utf-8| e4b8ad               | 中",
        "utf8             | e4b8ad               | 中",
        "\"UTF-8\"        | e4b8ad               | 中",
      })
  void aLabelIsReadAsBrowsersReadIt(String label, String hex, String text) throws Exception {
    assertEquals("ok 200 " + text, read(hex, "text/html; charset=" + label, ""));
  }

  @ParameterizedTest // RES-4: no label, or one that nobody knows
  @CsvSource(
      delimiter = '|',
      value = {
        "text/plain",
        "application/json",
        "text/plain; charset=",
        "text/plain; charset=\"\"",
        "text/plain; charset=no-such",
        "text/plain; charset=no such one",
        "text/plain; charset=utf-8\"x",
        "x",
      })
  void withoutALabelItIsUtf8(String contentType) throws Exception {
    assertEquals("ok 200 中", read("e4b8ad", contentType, ""));
  }

  @ParameterizedTest // RES-3, RES-4: the mark says more than the label
  @CsvSource(
      delimiter = '|',
      value = {
        "utf-16     | fffe2d4e6100             | 中a",
        "utf-16     | feff4e2d0061             | 中a",
        "utf-16be   | feff4e2d0061             | 中a",
        "utf-16le   | fffe2d4e6100             | 中a",
        "utf-16be   | fffe2d4e6100             | 中a",
        "gbk        | efbbbfe4b8ad             | 中",
        "iso-8859-1 | efbbbfe4b8ad             | 中",
        "utf-8      | fffe2d4e6100             | 中a",
        "gb18030    | 84319533d6d0             | 中",
        "utf-32le   | fffe00002d4e000061000000 | 中a",
      })
  void aByteOrderMarkDecidesAndIsTakenOff(String label, String hex, String text) throws Exception {
    assertEquals("ok 200 " + text, read(hex, "text/plain; charset=" + label, ""));
  }

  @ParameterizedTest // RES-4
  @CsvSource({
    "utf-8,    61ff62,       a\uFFFDb",
    "utf-8,    d6d0cec4,     \uFFFD\uFFFD\uFFFD\uFFFD",
    "utf-8,    61e4b8,       a\uFFFD",
    "gbk,      81,           \uFFFD",
    "utf-16le, 2d4e61,       中\uFFFD",
    "gbk,      c3a9,         茅",
  })
  void bytesOfAnotherCharsetAreReplacedOrMisread(String label, String hex, String text)
      throws Exception {
    assertEquals("ok 200 " + text, read(hex, "text/plain; charset=" + label, ""));
  }

  @Test // RES-1, RES-4
  void jsonIsReadInItsCharsetBeforeItIsParsed() throws Exception {
    assertEquals(
        "ok 200 { a: '中文' }",
        read("7b2261223a22d6d0cec4227d", "application/json;charset=gb2312", ""));
    assertEquals(
        "ok 200 { a: 1 }",
        read("fffe7b002200610022003a0031007d00", "application/json; charset=utf-16", ""));
  }

  @Test // RES-4, RES-5
  void anArrayBufferIsNotConverted() throws Exception {
    assertEquals(
        "d6d0",
        read(
            "d6d0",
            "text/plain; charset=gbk",
            ", responseType: 'arraybuffer', complete: r => console.log(Array.from(new"
                + " Uint8Array(r.data), b => b.toString(16)).join(''))"));
  }
}
