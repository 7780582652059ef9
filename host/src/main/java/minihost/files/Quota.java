package minihost.files;

import java.io.IOException;

/** The room that user files and saved files share; it is counted once, then kept up to date. */
final class Quota {
  /** What one file may hold, in bytes (errno 1300202 of FileSystemManager's pages). */
  static final long ONE_FILE = 100L << 20;

  private final FilePlaces places;
  private final long limit;
  private long used = -1;

  Quota(FilePlaces places, long limit) {
    this.places = places;
    this.limit = limit;
  }

  long used() throws IOException {
    if (used < 0)
      used = FileSandbox.total(places.userFolder()) + FileSandbox.total(places.savedFolder());
    return used;
  }

  /** Bytes that may still come. */
  long room() throws IOException {
    return Math.max(0, limit - used());
  }

  void require(long more) throws IOException {
    if (more > 0 && more > room())
      throw new FileFailure(
          FileCode.FULL,
          "",
          more + " more bytes do not fit beside " + used() + " of " + limit,
          "remove files that are no longer needed");
  }

  /** The size that a file is to have. */
  static void requireSize(long bytes) throws FileFailure {
    if (bytes > ONE_FILE)
      throw new FileFailure(
          FileCode.FULL,
          "",
          "the file has or would have " + bytes + " bytes",
          "keep a file within " + ONE_FILE + " bytes");
  }

  void grew(long bytes) {
    if (used >= 0) used += bytes;
  }

  /** Something happened whose size is not known. */
  void recount() {
    used = -1;
  }
}
