package minihost.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;

/** A file that its program has opened, with a position of its own. */
final class OpenFile implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;
  private final boolean reads;
  private final boolean writes;
  private final boolean appends;
  private final Quota quota;

  private OpenFile(Path path, FileChannel channel, String flag, Quota quota) {
    this.path = path;
    this.channel = channel;
    this.quota = quota;
    reads = flag.startsWith("r") || flag.endsWith("+");
    writes = writes(flag);
    appends = flag.startsWith("a");
  }

  static boolean writes(String flag) {
    return !flag.equals("r");
  }

  /**
   * @param flag one of the documented twelve
   */
  static OpenFile of(Path path, String name, String flag, Quota quota) throws IOException {
    boolean exists = Files.exists(path);
    if (flag.contains("x") && exists)
      throw new FileFailure(
          FileCode.EXISTS, name, "\"" + name + "\" is there already", "open it without x");
    if (flag.startsWith("r") && !exists) throw FileFailure.missing(name);
    Set<OpenOption> how = new HashSet<>();
    how.add(StandardOpenOption.READ);
    if (writes(flag)) how.add(StandardOpenOption.WRITE);
    if (!flag.startsWith("r")) how.add(StandardOpenOption.CREATE);
    FileChannel channel = FileChannel.open(path, how);
    OpenFile open = new OpenFile(path, channel, flag, quota);
    if (flag.startsWith("w")) open.truncate(0);
    return open;
  }

  Path path() {
    return path;
  }

  /** At most {@code length} bytes; without a position from where the last reading has ended. */
  byte[] read(OptionalLong position, int length) throws IOException {
    require(reads, "reading");
    long from = position.isPresent() ? position.getAsLong() : channel.position();
    int most = (int) Math.max(0, Math.min(length, channel.size() - from));
    ByteBuffer buffer = ByteBuffer.allocate(most);
    while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {}
    if (position.isEmpty()) channel.position(from + buffer.position());
    return buffer.position() == most
        ? buffer.array()
        : Arrays.copyOf(buffer.array(), buffer.position());
  }

  void write(byte[] bytes, OptionalLong position) throws IOException {
    require(writes, "writing");
    boolean here = position.isEmpty() || appends;
    long from = appends ? channel.size() : here ? channel.position() : position.getAsLong();
    long size = Math.max(channel.size(), from + bytes.length);
    Quota.requireSize(size);
    long more = size - channel.size();
    quota.require(more);
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) channel.write(buffer, from + buffer.position());
    if (here) channel.position(from + bytes.length);
    quota.grew(more);
  }

  void truncate(long length) throws IOException {
    require(writes, "writing");
    if (length < 0) throw FileFailure.outOfRange(FileCode.LENGTH, "length", length, "from 0");
    Quota.requireSize(length);
    long more = length - channel.size();
    quota.require(more);
    if (more < 0) channel.truncate(length);
    if (more > 0) channel.write(ByteBuffer.wrap(new byte[1]), length - 1);
    quota.grew(more);
  }

  private static void require(boolean allowed, String what) throws FileFailure {
    if (!allowed)
      throw new FileFailure(
          FileCode.DESCRIPTOR_PERMISSION,
          "",
          "the file was not opened for " + what,
          "open it with another flag, such as r+");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
