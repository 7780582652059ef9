package minihost.host;

import org.junit.jupiter.api.Test;

/** The package of workers, fetched ahead. */
class PreDownloadFamilyTest {
  private static final String CODE =
      """
      const task = wx.preDownloadSubpackage({ packageType: 'workers',
        success: r => console.log(r.errMsg), fail: e => console.log(e.errMsg) })
      task.onProgressUpdate(p => console.log(p.progress, p.totalBytesWritten, p.totalBytesExpectedToWrite))
      wx.preDownloadSubpackage({ packageType: 'other', fail: e => console.log(e.errMsg) })
      """;

  @Test
  void theWorkersAreThereAndTellTheirSize() throws Exception {
    try (TestRun run = new TestRun()) {
      run.file(
              "app.json",
              "{\"pages\":[\"pages/index/index\"],\"workers\":{\"path\":\"w\",\"isSubpackage\":true}}")
          .file("w/a.js", "1234567890")
          .onLoad(CODE);
      run.run()
          .assertLog(
              "100 10 10",
              "preDownloadSubpackage:ok",
              "preDownloadSubpackage:fail parameter error: parameter.packageType \"other\" is no"
                  + " package to be fetched;");
    }
  }
}
