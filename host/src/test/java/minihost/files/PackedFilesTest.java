package minihost.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import minihost.reason.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedFilesTest {
  @TempDir Path outside;

  private FileSandbox sandbox(String entry, int bytes) throws IOException {
    Path program = Files.createDirectories(outside.resolve("program"));
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(program.resolve("a.zip")))) {
      for (String name : new String[] {"ok.txt", entry}) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(new byte[bytes]);
      }
    }
    Path run = Files.createDirectories(outside.resolve("run"));
    return new FileSandbox(
        program, Platform.DEFAULT, () -> run, new FileSandbox.Limits(1000, 1000));
  }

  @Test // 8.3
  void allIsUnpackedIntoAFolderThatIsMade() throws IOException {
    try (FileSandbox files = sandbox("b/c/d.txt", 7)) {
      files.packed().unzip("a.zip", "wxfile://usr/x/y");
      byte[] read =
          files
              .byName()
              .read("wxfile://usr/x/y/b/c/d.txt", OptionalLong.empty(), OptionalLong.of(2));
      assertEquals("\0\0", new String(read, UTF_8));
      assertEquals(2, files.packed().entries("a.zip", Optional.empty()).size());
    }
  }

  @ParameterizedTest // 8.3
  @ValueSource(strings = {"../evil", "a/../../evil", "/evil", "a\\evil", "C:evil", "a/nul"})
  void nothingIsUnpackedWhenANameLeadsOut(String name) throws IOException {
    try (FileSandbox files = sandbox(name, 7)) {
      FileFailure failure =
          assertThrows(FileFailure.class, () -> files.packed().unzip("a.zip", "wxfile://usr/x"));
      assertEquals(FileCode.UNZIP_ENTRY, failure.reason().code());
      assertFalse(Files.exists(outside.resolve("run/user/x")));
    }
  }

  @Test // 8.3
  void aBombFillsNoMoreThanTheRoom() throws IOException {
    try (FileSandbox files = sandbox("bomb", 1 << 20)) {
      FileFailure failure =
          assertThrows(FileFailure.class, () -> files.packed().unzip("a.zip", "wxfile://usr"));
      assertEquals(FileCode.FULL, failure.reason().code());
    }
  }
}
