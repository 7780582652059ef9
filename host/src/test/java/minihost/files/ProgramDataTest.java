package minihost.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramDataTest {
  @TempDir Path root;

  private ProgramData data() {
    return ProgramData.in(root, "wx1");
  }

  private static void put(ProgramData data, String key, String text) throws IOException {
    data.values().put(key, new StoredValues.Value("String", text, text.length()));
  }

  private static String get(ProgramData data, String key) throws IOException {
    return data.values().get(key).map(StoredValues.Value::text).orElse("none");
  }

  @Test
  void storageAndFilesLastAndTemporaryFilesDoNot() throws IOException {
    try (ProgramData data = data()) {
      put(data, "a", "half a pair \ud800, é");
      put(data, "b", "2");
      data.values().remove("b");
      Files.createDirectories(data.folder().resolve("tmp"));
      Files.createDirectories(data.folder().resolve("user"));
    }
    try (ProgramData data = data()) {
      assertEquals("half a pair \ud800, é", get(data, "a"));
      assertEquals(List.of("a"), data.values().keys());
      assertTrue(Files.exists(data.folder().resolve("user")));
      assertFalse(Files.exists(data.folder().resolve("tmp")));
    }
  }

  @Test
  void nothingIsMadeThatNobodyNeeds() {
    try (ProgramData data = data()) {
      assertEquals(Optional.empty(), data.path());
    }
    assertFalse(Files.exists(root.resolve("wx1")));
  }

  @Test
  void aCrashWhileWritingLosesThatWriteAlone() throws IOException {
    Path file;
    try (ProgramData data = data()) {
      put(data, "a", "1");
      put(data, "b", "2");
      file = data.folder().resolve("storage.log");
    }
    byte[] all = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(all, all.length - 1));
    try (ProgramData data = data()) {
      assertEquals("1 none", get(data, "a") + " " + get(data, "b"));
      put(data, "c", "3");
    }
    Files.write(file, new byte[] {0, 0, 0, 1, 9, 9, 9, 9, 9}, StandardOpenOption.APPEND);
    try (ProgramData data = data()) {
      assertEquals("1 3", get(data, "a") + " " + get(data, "c"));
    }
  }

  @Test
  void theFileDoesNotGrowWithEveryWrite() throws IOException {
    String text = "x".repeat(100_000);
    try (ProgramData data = data()) {
      put(data, "first", "kept");
      for (int i = 0; i < 100; i++) put(data, "a", text);
      assertTrue(Files.size(data.folder().resolve("storage.log")) < 3_000_000);
    }
    try (ProgramData data = data()) {
      assertEquals("kept", get(data, "first"));
      assertEquals(text, get(data, "a"));
    }
  }

  @Test
  void aSecondRunHasACopyThatEndsWithIt() throws IOException {
    List<Path> told = new ArrayList<>();
    try (ProgramData first = data()) {
      put(first, "a", "1");
      Path copy;
      try (ProgramData second = data()) {
        second.onCopy(told::add);
        assertEquals("1", get(second, "a"));
        put(second, "a", "2");
        copy = second.folder();
      }
      assertNotEquals(first.folder(), copy);
      assertFalse(Files.exists(copy));
      assertEquals("1", get(first, "a"));
      assertEquals(List.of(first.folder()), told);
    }
  }

  @Test
  void wipedDataIsGone() throws IOException {
    try (ProgramData data = data()) {
      put(data, "a", "1");
    }
    try (ProgramData data = data()) {
      data.wipe();
      assertEquals("none", get(data, "a"));
    }
  }

  @Test
  void anAppidIsOneFolder() {
    try (ProgramData data = ProgramData.in(root, "../x/y")) {
      assertEquals(root.resolve("___x_y"), data.folder());
    }
  }
}
