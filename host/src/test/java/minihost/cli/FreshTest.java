package minihost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program has kept is there in the next run, unless somebody says {@code --fresh}. */
class FreshTest {
  @TempDir Path folder;
  @TempDir Path data;

  @Test // 8.3
  void storageAndFilesLastUntilARunIsFresh() throws Exception {
    String program =
        new Program(folder)
            .file(
                "pages/index/index.js",
                """
                const fs = wx.getFileSystemManager(), file = `${wx.env.USER_DATA_PATH}/n`
                const had = () => { try { return fs.readFileSync(file, 'utf8') } catch (e) { return 'no file' } }
                console.log('has', wx.getStorageSync('n') || 'nothing', had())
                wx.setStorageSync('n', '1'); fs.writeFileSync(file, '2')
                Page({})
                """)
            .toString();
    says(program, "has nothing no file");
    says(program, "has 1 2");
    says(program, "has nothing no file", "--fresh");
    says(program, "has 1 2");
  }

  private void says(String program, String line, String... options) throws Exception {
    String[] arguments =
        Stream.concat(Stream.of(program), Stream.of(options)).toArray(String[]::new);
    CommandLineRun run = CommandLineRun.with(Map.of("XDG_DATA_HOME", data.toString()), arguments);
    assertEquals(0, run.exit(), run::err);
    assertTrue(run.lines().contains("log    " + line), run.out() + run.err());
  }
}
