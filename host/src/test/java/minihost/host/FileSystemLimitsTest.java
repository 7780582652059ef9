package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import minihost.files.ProgramData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links that somebody has put into the user folder, and what fits in it: seen by a program. */
class FileSystemLimitsTest {
  @TempDir Path root;

  private static boolean linked(Path link, Path to) {
    try {
      Files.createSymbolicLink(link, to);
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      return false; // a system that does not let everybody make links
    }
  }

  @Test // 8.3
  void linksInTheUserFolderLeadNowhere() throws Exception {
    Path outside = Files.createDirectory(root.resolve("outside"));
    Path secret = Files.writeString(outside.resolve("secret.txt"), "secret");
    try (ProgramData data = ProgramData.in(root.resolve("data"), "wx1");
        TestRun run = new TestRun().with(data)) {
      Path user = Files.createDirectories(data.folder().resolve("user"));
      assumeTrue(linked(user.resolve("file"), secret) && linked(user.resolve("folder"), outside));
      run.onLoad(
          """
          const fs = wx.getFileSystemManager(), root = wx.env.USER_DATA_PATH
          const tried = f => { try { return f() } catch (e) { return e.message.split(' ')[0] } }
          for (const name of ['file', 'folder/secret.txt']) {
            const path = `${root}/${name}`
            console.log(tried(() => fs.readFileSync(path, 'utf8')), tried(() => fs.statSync(path)), tried(() => fs.copyFileSync(path, `${root}/copy`)))
          }
          console.log(tried(() => fs.writeFileSync(`${root}/folder/new`, 'x')), tried(() => fs.readdirSync(`${root}/folder`)),
            tried(() => fs.mkdirSync(`${root}/folder/sub`)), tried(() => fs.rmdirSync(`${root}/folder`, true)), tried(() => fs.openSync({ filePath: `${root}/folder/secret.txt`, flag: 'r+' })))
          """);
      run.run()
          .assertLog(
              "readFileSync:fail statSync:fail copyFileSync:fail",
              "readFileSync:fail statSync:fail copyFileSync:fail",
              "writeFileSync:fail readdirSync:fail mkdirSync:fail rmdirSync:fail openSync:fail");
    }
    assertEquals("secret", Files.readString(secret));
    try (Stream<Path> all = Files.list(outside)) {
      assertEquals(List.of(secret), all.toList());
    }
  }

  @Test // 8.3
  void aFileHolds100MegabytesAndAllTogether200() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          """
          const fs = wx.getFileSystemManager(), root = wx.env.USER_DATA_PATH, most = 100 * 1024 * 1024
          const tried = f => { try { f(); return 'ok' } catch (e) { return e.message } }
          const size = (name, length) => {
            fs.writeFileSync(`${root}/${name}`, '')
            return tried(() => fs.truncateSync({ filePath: `${root}/${name}`, length }))
          }
          console.log(size('a', most + 1))
          console.log(size('a', most), size('b', most))
          console.log(tried(() => fs.appendFileSync(`${root}/b`, 'x')))
          console.log(tried(() => fs.writeFileSync(`${root}/c`, 'x')))
          fs.unlinkSync(`${root}/a`)
          console.log(tried(() => fs.writeFileSync(`${root}/c`, 'x')))
          """);
      String full = "the maximum size of the file storage limit is exceeded";
      run.run()
          .assertLog(
              "truncateSync:fail " + full,
              "ok ok",
              "appendFileSync:fail " + full,
              "writeFileSync:fail " + full,
              "ok");
    }
  }
}
