package minihost.wx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import minihost.api.WxFailure;

/**
 * What a program keeps under its keys: text, JSON for objects and arrays, with the class tag of the
 * value it was. A size is the characters of key and text, as the Android client counts. JS thread.
 */
public final class Storage {
  static final int ENTRY_LIMIT = 1 << 20;
  static final int TOTAL_LIMIT = 10 << 20;

  /** How much larger WeChat takes encrypted data to be (sheet 8.3: 0.7 of 1 MB). */
  private static final double ENCRYPTED = 1.4;

  private static final int KB = 1024;

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private long total;

  /**
   * @param type class tag such as {@code Object} or {@code Date}
   */
  record Entry(String type, String text, long size) {}

  /**
   * @throws WxFailure when a limit would be passed; what was there stays
   */
  void put(String key, String type, String text, boolean encrypted) throws WxFailure {
    long plain = (long) key.length() + text.length();
    long size = encrypted ? (long) Math.ceil(plain * ENCRYPTED) : plain;
    if (size > ENTRY_LIMIT)
      throw new WxFailure(
          StorageCode.ENTRY_TOO_LARGE,
          "",
          "the value of \"" + key + "\" takes " + size + " of " + ENTRY_LIMIT + " characters",
          "keep less under one key");
    long after = total - sizeOf(key) + size;
    if (after > TOTAL_LIMIT)
      throw new WxFailure(
          StorageCode.STORAGE_FULL,
          "",
          "with \"" + key + "\" storage would take " + after + " of " + TOTAL_LIMIT + " characters",
          "remove what is no longer needed");
    entries.put(key, new Entry(type, text, size));
    total = after;
  }

  Optional<Entry> get(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  void remove(String key) {
    total -= sizeOf(key);
    entries.remove(key);
  }

  void clear() {
    entries.clear();
    total = 0;
  }

  /** Keys in the order in which they first came. */
  List<String> keys() {
    return List.copyOf(entries.keySet());
  }

  /** What is taken, in KB, rounded up. */
  int currentSize() {
    return (int) ((total + KB - 1) / KB);
  }

  private long sizeOf(String key) {
    return get(key).map(Entry::size).orElse(0L);
  }
}
