package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  @Test
  void itIsForThisUserAloneAndGoesWithTheRun(@TempDir Path outside) throws Exception {
    Path kept = Files.writeString(outside.resolve("kept"), "x");
    RunFolder folder = new RunFolder();
    assertEquals(Optional.empty(), folder.path(), "made before it was needed");
    Path files = folder.sub("files");
    Path made = folder.path().orElseThrow();
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(made)));
    Files.createDirectories(files.resolve("deep/er"));
    Files.createSymbolicLink(files.resolve("deep/link"), outside);
    folder.close();
    assertFalse(Files.exists(made));
    assertTrue(Files.exists(kept), "a link was followed");
    folder.close();
    assertThrows(IllegalStateException.class, () -> folder.sub("files"));
  }
}
