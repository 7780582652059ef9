package minihost.files;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * What stat tells.
 *
 * @param path from the folder that was asked about; empty for itself alone
 * @param mode as POSIX has it
 * @param accessed seconds since the epoch
 * @param modified seconds since the epoch
 */
public record FileFacts(
    String path, int mode, long size, long accessed, long modified, boolean isDirectory) {
  private static final int FOLDER_MODE = 0040755;
  private static final int FILE_MODE = 0100644;

  static FileFacts of(String path, Path file) throws IOException {
    BasicFileAttributes facts =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    int mode = facts.isDirectory() ? FOLDER_MODE : FILE_MODE;
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("unix"))
      mode = (Integer) Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS);
    return new FileFacts(
        path,
        mode,
        facts.size(),
        facts.lastAccessTime().to(TimeUnit.SECONDS),
        facts.lastModifiedTime().to(TimeUnit.SECONDS),
        facts.isDirectory());
  }
}
