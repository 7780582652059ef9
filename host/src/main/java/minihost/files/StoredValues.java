package minihost.files;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.CRC32;

/**
 * Texts under keys, kept in a file: each change is added at its end, so that a crash loses at most
 * the change being written; once most of the file is outdated it is written anew beside itself and
 * moved into place. Read when it is first asked. Any thread.
 *
 * <p>A record is its length and CRC-32, four bytes each, then the strings of the change, each with
 * its length: nothing (all is removed), a key (it is removed), or key, kind and text.
 */
public final class StoredValues {
  private static final String FILE = "storage.log";
  private static final int SLACK_BYTES = 1 << 20;
  private static final int MAX_RECORD = 64 << 20;

  /**
   * @param kind what the text stands for, such as {@code Object}
   * @param size as its owner counts
   */
  public record Value(String kind, String text, long size) {}

  private final Supplier<Path> folder;
  private final Map<String, Value> values = new LinkedHashMap<>();
  private Path file; // null before the first question
  private long fileBytes;
  private long liveBytes;
  private long size; // of all values, as WeChat counts

  /**
   * @param folder asked once, when first needed
   */
  StoredValues(Supplier<Path> folder) {
    this.folder = folder;
  }

  public synchronized Optional<Value> get(String key) throws IOException {
    load();
    return Optional.ofNullable(values.get(key));
  }

  /** Keys in the order in which they first came. */
  public synchronized List<String> keys() throws IOException {
    load();
    return List.copyOf(values.keySet());
  }

  public synchronized long size() throws IOException {
    load();
    return size;
  }

  public synchronized void put(String key, Value value) throws IOException {
    load();
    add(List.of(key, value.kind(), String.valueOf(value.size()), value.text()));
  }

  public synchronized void remove(String key) throws IOException {
    load();
    if (values.containsKey(key)) add(List.of(key));
  }

  public synchronized void clear() throws IOException {
    load();
    if (!values.isEmpty()) add(List.of());
  }

  private void load() throws IOException {
    if (file != null) return;
    Path found = folder.get().resolve(FILE);
    long whole = 0;
    if (Files.exists(found))
      try (DataInputStream in = new DataInputStream(Files.newInputStream(found))) {
        for (byte[] body = next(in); body != null; body = next(in)) {
          apply(strings(body));
          whole += 2 * Integer.BYTES + body.length;
        }
      }
    if (Files.exists(found) && Files.size(found) > whole) cut(found, whole);
    fileBytes = whole;
    file = found;
  }

  /** What a crash has left of its last record must not stand before the next one. */
  private static void cut(Path file, long size) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(size);
    }
  }

  /** Null at the end, or where a record is not whole. */
  private static byte[] next(DataInputStream in) throws IOException {
    byte[] head = in.readNBytes(2 * Integer.BYTES);
    if (head.length < 2 * Integer.BYTES) return null;
    ByteBuffer numbers = ByteBuffer.wrap(head);
    int length = numbers.getInt();
    if (length < 0 || length > MAX_RECORD) return null;
    byte[] body = in.readNBytes(length);
    return body.length == length && crc(body) == numbers.getInt() ? body : null;
  }

  private static int crc(byte[] body) {
    CRC32 crc = new CRC32();
    crc.update(body);
    return (int) crc.getValue();
  }

  private void add(List<String> change) throws IOException {
    byte[] body = body(change);
    try (OutputStream out =
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      out.write(record(body));
    } catch (IOException e) {
      if (Files.exists(file)) cut(file, fileBytes);
      throw e;
    }
    fileBytes += 2 * Integer.BYTES + body.length;
    apply(change);
    if (fileBytes > 2 * liveBytes + SLACK_BYTES) writeAnew();
  }

  private void apply(List<String> change) {
    if (change.isEmpty()) {
      values.clear();
      liveBytes = 0;
      size = 0;
      return;
    }
    String key = change.getFirst();
    Value before = values.get(key);
    liveBytes -= bytes(key, before);
    size -= before == null ? 0 : before.size();
    if (change.size() == 1) values.remove(key);
    else values.put(key, new Value(change.get(1), change.get(3), Long.parseLong(change.get(2))));
    Value now = values.get(key);
    liveBytes += bytes(key, now);
    size += now == null ? 0 : now.size();
  }

  private static long bytes(String key, Value value) {
    return value == null ? 0 : (long) Character.BYTES * (key.length() + value.text().length());
  }

  private void writeAnew() throws IOException {
    Path fresh = file.resolveSibling(FILE + ".new");
    long bytes = 0;
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh)))) {
      for (Map.Entry<String, Value> e : values.entrySet()) {
        Value value = e.getValue();
        String size = String.valueOf(value.size());
        byte[] record = record(body(List.of(e.getKey(), value.kind(), size, value.text())));
        out.write(record);
        bytes += record.length;
      }
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    fileBytes = bytes;
  }

  private static byte[] record(byte[] body) {
    return ByteBuffer.allocate(2 * Integer.BYTES + body.length)
        .putInt(body.length)
        .putInt(crc(body))
        .put(body)
        .array();
  }

  /** UTF-16, since a program's strings need not be valid text. */
  private static byte[] body(List<String> strings) {
    int chars = strings.stream().mapToInt(String::length).sum();
    ByteBuffer body = ByteBuffer.allocate(strings.size() * Integer.BYTES + chars * Character.BYTES);
    for (String string : strings) {
      body.putInt(string.length());
      body.asCharBuffer().put(string);
      body.position(body.position() + string.length() * Character.BYTES);
    }
    return body.array();
  }

  private static List<String> strings(byte[] bytes) {
    List<String> strings = new ArrayList<>();
    ByteBuffer body = ByteBuffer.wrap(bytes);
    while (body.hasRemaining()) {
      int length = body.getInt();
      strings.add(body.asCharBuffer().limit(length).toString());
      body.position(body.position() + length * Character.BYTES);
    }
    return strings;
  }
}
