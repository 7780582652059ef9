package minihost.host;

import org.junit.jupiter.api.Test;

/** URLs of data in memory. */
class BufferUrlFamilyTest {
  @Test
  void eachUrlIsAnotherAndOnlyDataHasOne() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          """
          const a = wx.createBufferURL(new ArrayBuffer(2)), b = wx.createBufferURL(new Uint8Array(1))
          console.log(typeof a, a !== b, wx.revokeBufferURL(a))
          try { wx.createBufferURL('text') } catch (e) { console.log(e.message) }
          """);
      run.run()
          .assertLog(
              "string true undefined",
              "createBufferURL:fail parameter error: parameter should be ArrayBuffer or TypedArray"
                  + " instead of String;");
    }
  }
}
