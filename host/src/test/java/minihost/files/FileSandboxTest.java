package minihost.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import minihost.files.FileTrouble.Kind;
import minihost.reason.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileSandboxTest {
  @TempDir Path outside;
  private Path program;
  private FileSandbox files;

  @BeforeEach
  void open() throws IOException {
    program = Files.createDirectory(outside.resolve("program"));
    Files.createDirectory(program.resolve("images"));
    Files.writeString(program.resolve("images/a.png"), "packed");
    Files.writeString(outside.resolve("secret.txt"), "secret");
    files = new FileSandbox(program, Platform.DEFAULT, this::folder);
  }

  private Path folder() {
    try {
      return Files.createDirectories(outside.resolve("run"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String receive(String name, String text, String extension) throws FileTrouble {
    byte[] bytes = text.getBytes(UTF_8);
    try (Incoming file = files.receive(Optional.ofNullable(name))) {
      file.write(bytes, 0, bytes.length);
      return file.keep(extension);
    }
  }

  private String read(String name) throws IOException {
    return Files.readString(files.find(name));
  }

  private Kind whyNotRead(String name) {
    return assertThrows(FileTrouble.class, () -> files.find(name)).kind();
  }

  private Kind whyNotWritten(String name) {
    return assertThrows(FileTrouble.class, () -> receive(name, "x", "")).kind();
  }

  private List<Path> realFiles() throws IOException {
    try (Stream<Path> all = Files.walk(files.home())) {
      return all.filter(path -> !Files.isDirectory(path)).toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/images/a.png", "images/a.png", "./images/a.png", "images/b/../a.png"})
  void theProgramReadsItsPackage(String name) throws IOException {
    assertEquals("packed", read(name));
    assertNull(files.home(), "a folder was made that nobody needed");
  }

  @Test // DL-2, DL-6
  void aTemporaryFileIsFoundUnderTheNameItGot() throws IOException {
    String name = receive(null, "hello", "png");
    assertTrue(name.matches("wxfile://tmp_[0-9a-f]{32}\\.png"), name);
    assertEquals("hello", read(name));
    assertTrue(receive(null, "hello", "").matches("wxfile://tmp_[0-9a-f]{32}"));
    assertTrue(receive(null, "hello", "../x").matches("wxfile://tmp_[0-9a-f]{32}"));
  }

  @Test // DL-6
  void devtoolsHasOtherNames() throws IOException {
    files.close();
    files = new FileSandbox(program, Platform.DEVTOOLS, this::folder);
    assertEquals("http://usr", files.userDataPath());
    String name = receive(null, "hello", "png");
    assertTrue(name.matches("http://tmp/[0-9a-f]{32}\\.png"), name);
    assertEquals("hello", read(name));
    assertEquals("http://usr/a", receive("http://usr/a", "mine", ""));
    assertEquals("mine", read("http://usr/a"));
    assertEquals(Kind.MISSING, whyNotRead("wxfile://usr/a"));
  }

  @Test // DL-2
  void aFileInTheUserFolderReplacesTheOneThatWasThere() throws IOException {
    assertEquals("wxfile://usr/a.txt", receive("wxfile://usr/a.txt", "one", "png"));
    assertEquals("wxfile://usr/a.txt", receive("wxfile://usr/a.txt", "two", ""));
    assertEquals("two", read("wxfile://usr/./b/../a.txt"));
    assertEquals(1, realFiles().size());
  }

  @Test
  void nobodySeesAFileBeforeItIsWhole() throws IOException {
    receive("wxfile://usr/a", "old", "");
    try (Incoming half = files.receive(Optional.of("wxfile://usr/a"))) {
      half.write(new byte[3], 0, 3);
      assertEquals("old", read("wxfile://usr/a"));
    }
    assertEquals("old", read("wxfile://usr/a"));
    assertEquals(1, realFiles().size(), "a partial file is left");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        ".",
        "images",
        "images/A.PNG",
        "../secret.txt",
        "/../secret.txt",
        "images/../../secret.txt",
        "images/%2e%2e/%2e%2e/secret.txt",
        "images\\a.png",
        "images/a.png\0",
        "images/a.png:stream",
        "C:/images/a.png",
        "file:///etc/passwd",
        "/etc/passwd",
        "link.txt",
        "linked/secret.txt",
        ".git/config",
        "sub/.env",
        "minihost.json",
        "minihost.ci.json",
        "project.config.json",
        "project.private.config.json",
        "node_modules/x/index.js",
        "wxfile://usr",
        "wxfile://usr/",
        "wxfile://usr/..",
        "wxfile://usr/none",
        "wxfile://usr/../tmp/x",
        "wxfile://usr/../../secret.txt",
        "wxfile://usr/link.txt",
        "wxfile://usr/linked/secret.txt",
        "wxfile://usrmore/a",
        "wxfile://USR/there",
        "wxfile://tmp_",
        "wxfile://tmp_..",
        "wxfile://tmp_../user/there",
        "wxfile://store/there"
      })
  void noOtherFileIsThere(String name) throws IOException {
    receive("wxfile://usr/there", "x", "");
    for (Path folder : List.of(program, files.home().resolve("user"))) {
      Files.createSymbolicLink(folder.resolve("link.txt"), outside.resolve("secret.txt"));
      Files.createSymbolicLink(folder.resolve("linked"), outside);
    }
    for (String hidden :
        List.of(
            ".git/config",
            "sub/.env",
            "minihost.json",
            "minihost.ci.json",
            "project.config.json",
            "project.private.config.json",
            "node_modules/x/index.js")) {
      Files.createDirectories(program.resolve(hidden).getParent());
      Files.writeString(program.resolve(hidden), "not packed");
    }
    assertEquals(Kind.MISSING, whyNotRead(name));
  }

  @ParameterizedTest // DL-7
  @ValueSource(
      strings = {
        "",
        "a.txt",
        "/a.txt",
        "images/a.png",
        "/etc/passwd",
        "C:\\a",
        "file:///a",
        "wxfile://tmp_a.png",
        "wxfile://usr",
        "wxfile://usr/",
        "wxfile://usr/.",
        "wxfile://usr/a/",
        "wxfile://usr/../a",
        "wxfile://usr/folder",
        "wxfile://usr/folder/../../incoming/a",
        "wxfile://usr/a\\b",
        "wxfile://usr/a:b",
        "wxfile://usr/C:/a",
        "wxfile://usr/a\0",
        "wxfile://usr/a\n",
        "wxfile://usr/\uD800a",
        "wxfile://usr/CON",
        "wxfile://usr/nul.txt",
        "wxfile://usr/Com1",
        "wxfile://usr/LPT9.png",
        "wxfile://usr/a.",
        "wxfile://usr/a "
      })
  void nothingIsWrittenOutsideTheUserFolder(String name) throws IOException {
    receive(null, "x", "");
    Files.createDirectory(files.home().resolve("user/folder"));
    assertEquals(Kind.FORBIDDEN, whyNotWritten(name));
    assertEquals(1, realFiles().size());
  }

  @Test // DL-7
  void aNameTooLongForADiskIsRefused() throws IOException {
    assertEquals(Kind.FORBIDDEN, whyNotWritten("wxfile://usr/" + "a".repeat(256)));
    assertEquals(Kind.FORBIDDEN, whyNotWritten("wxfile://usr/" + "中".repeat(86)));
    assertEquals(Kind.MISSING, whyNotWritten("wxfile://usr/" + "a/".repeat(100_000) + "b"));
    assertEquals(Kind.MISSING, whyNotRead("wxfile://usr/" + "a".repeat(100_000)));
    String longest = "wxfile://usr/" + "中".repeat(85);
    assertEquals(longest, receive(longest, "x", ""));
  }

  @ParameterizedTest // DL-7
  @ValueSource(strings = {"none/a", "FOLDER/a", "file/a", "linked/a", "folder/none/a"})
  void theFolderOfAFileMustExist(String name) throws IOException {
    receive("wxfile://usr/file", "x", "");
    Path user = files.home().resolve("user");
    Files.createDirectory(user.resolve("folder"));
    Files.createSymbolicLink(user.resolve("linked"), outside);
    assertEquals(Kind.MISSING, whyNotWritten("wxfile://usr/" + name));
    assertFalse(Files.exists(outside.resolve("a")));
    assertEquals("wxfile://usr/folder/a", receive("wxfile://usr/folder/a", "x", ""));
  }

  @Test // DL-7
  void aLinkIsReplacedAndNotFollowed() throws IOException {
    receive(null, "x", "");
    Path link = files.home().resolve("user/link");
    Files.createSymbolicLink(link, outside.resolve("secret.txt"));
    receive("wxfile://usr/link", "mine", "");
    assertEquals("secret", Files.readString(outside.resolve("secret.txt")));
    assertEquals("mine", read("wxfile://usr/link"));
  }

  @Test // DL-7
  void theFolderIsLookedAtAgainWhenTheFileIsWhole() throws IOException {
    receive(null, "x", "");
    Path folder = Files.createDirectory(files.home().resolve("user/folder"));
    try (Incoming file = files.receive(Optional.of("wxfile://usr/folder/a"))) {
      Files.delete(folder);
      Files.createSymbolicLink(folder, outside);
      assertEquals(Kind.MISSING, assertThrows(FileTrouble.class, () -> file.keep("")).kind());
    }
    assertFalse(Files.exists(outside.resolve("a")));
  }

  @Test
  void theUserFolderAndTheTemporaryFilesHaveLimits() throws IOException {
    files.close();
    files =
        new FileSandbox(program, Platform.DEFAULT, this::folder, new FileSandbox.Limits(10, 10));
    receive("wxfile://usr/a", "12345678", "");
    assertEquals(Kind.USER_FULL, whyNotWrittenText("wxfile://usr/b", "123"));
    receive("wxfile://usr/a", "1234567890", ""); // takes the place of the first
    receive(null, "1234567890", "");
    assertEquals(Kind.TEMP_FULL, whyNotWrittenText(null, "1"));
    assertEquals(2, realFiles().size());
  }

  private Kind whyNotWrittenText(String name, String text) {
    return assertThrows(FileTrouble.class, () -> receive(name, text, "")).kind();
  }

  @Test
  void aDiskWithoutRoomForTheFolderIsADiskThatFails() {
    Supplier<Path> full =
        () -> {
          throw new UncheckedIOException(new IOException("no space left"));
        };
    try (FileSandbox broken = new FileSandbox(program, Platform.DEFAULT, full)) {
      FileTrouble trouble = assertThrows(FileTrouble.class, () -> broken.receive(Optional.empty()));
      assertEquals(Kind.BROKEN, trouble.kind());
      assertTrue(trouble.getMessage().contains("no space left"), trouble::getMessage);
    }
  }

  @Test
  void aFileOnItsWayWhenTheRunEndsIsLeftNowhere() throws IOException {
    Incoming late = files.receive(Optional.empty());
    late.write(new byte[1], 0, 1);
    files.close();
    assertEquals(Kind.BROKEN, assertThrows(FileTrouble.class, () -> late.keep("png")).kind());
    late.close();
    assertEquals(
        Kind.BROKEN, assertThrows(FileTrouble.class, () -> files.receive(Optional.empty())).kind());
  }
}
