package minihost.wx;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import minihost.api.WxFailure;
import minihost.files.StoredValues;
import minihost.files.StoredValues.Value;

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

  private final StoredValues values;

  /**
   * @param values what the phone has kept for the program
   */
  public Storage(StoredValues values) {
    this.values = values;
  }

  /**
   * @throws WxFailure when a limit would be passed; what was there stays
   */
  void put(String key, String type, String text, boolean encrypted) throws WxFailure, IOException {
    long plain = (long) key.length() + text.length();
    long size = encrypted ? (long) Math.ceil(plain * ENCRYPTED) : plain;
    if (size > ENTRY_LIMIT)
      throw new WxFailure(
          StorageCode.ENTRY_TOO_LARGE,
          "",
          "the value of \"" + key + "\" takes " + size + " of " + ENTRY_LIMIT + " characters",
          "keep less under one key");
    long after = values.size() - values.get(key).map(Value::size).orElse(0L) + size;
    if (after > TOTAL_LIMIT)
      throw new WxFailure(
          StorageCode.STORAGE_FULL,
          "",
          "with \"" + key + "\" storage would take " + after + " of " + TOTAL_LIMIT + " characters",
          "remove what is no longer needed");
    values.put(key, new Value(type, text, size));
  }

  Optional<Value> get(String key) throws IOException {
    return values.get(key);
  }

  void remove(String key) throws IOException {
    values.remove(key);
  }

  void clear() throws IOException {
    values.clear();
  }

  /** Keys in the order in which they first came. */
  List<String> keys() throws IOException {
    return values.keys();
  }

  /** What is taken, in KB, rounded up. */
  int currentSize() throws IOException {
    return (int) ((values.size() + KB - 1) / KB);
  }
}
