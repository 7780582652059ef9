package minihost.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * The attributes in a TXT record (RFC 6763, section 6). JmDNS reads values as text, which they need
 * not be.
 */
final class TxtRecord {
  private TxtRecord() {}

  /**
   * In the record's order; a key without a value has an empty one. What is cut short ends it.
   *
   * @param record strings, each after a byte with its length
   */
  static Map<String, byte[]> attributes(byte[] record) {
    Map<String, byte[]> attributes = new LinkedHashMap<>();
    TreeSet<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    ByteBuffer rest = ByteBuffer.wrap(record);
    while (rest.hasRemaining()) {
      int length = rest.get() & 255;
      if (length > rest.remaining()) break;
      byte[] pair = new byte[length];
      rest.get(pair);
      int split = 0;
      while (split < length && pair[split] != '=') split++;
      String key = new String(pair, 0, split, UTF_8);
      if (!key.isEmpty() && seen.add(key)) attributes.put(key, from(pair, split + 1));
    }
    return Collections.unmodifiableMap(attributes);
  }

  private static byte[] from(byte[] pair, int start) {
    byte[] value = new byte[Math.max(0, pair.length - start)];
    System.arraycopy(pair, pair.length - value.length, value, 0, value.length);
    return value;
  }
}
