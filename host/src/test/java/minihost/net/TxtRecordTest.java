package minihost.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** RFC 6763, section 6. */
class TxtRecordTest {
  private static byte[] record(String... strings) {
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    for (String string : strings) {
      byte[] bytes = string.getBytes(StandardCharsets.ISO_8859_1);
      record.write(bytes.length);
      record.writeBytes(bytes);
    }
    return record.toByteArray();
  }

  private static List<String> read(byte[] record) {
    return TxtRecord.attributes(record).entrySet().stream()
        .map(e -> e.getKey() + " " + Arrays.toString(e.getValue()))
        .toList();
  }

  @Test
  void keysAndValuesAreBytesInOrder() {
    assertEquals(
        List.of("raw [0, -1]", "a [61]", "flag []", "none []"),
        read(record("raw=\0\u00ff", "a==", "flag", "none=")));
  }

  @Test
  void theFirstOfAKeyCountsAndOneWithoutAKeyDoesNot() {
    assertEquals(List.of("Path [49]"), read(record("Path=1", "=x", "path=2", "")));
  }

  @Test
  void whatIsCutShortIsLeftOut() {
    byte[] whole = record("a=1", "b=2");
    assertEquals(List.of("a [49]"), read(Arrays.copyOf(whole, whole.length - 1)));
    assertEquals(List.of(), read(new byte[0]));
    assertEquals(List.of(), read(new byte[] {0}));
  }
}
