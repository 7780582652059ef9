package minihost.host;

import org.junit.jupiter.api.Test;

class Base64Test {
  @Test
  void bytesBecomeTextAndComeBack() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          """
          const bytes = (...all) => new Uint8Array(all).buffer
          for (const all of [[], [0], [255, 1], [1, 2, 3], [250, 251, 252, 253]]) {
            const text = wx.arrayBufferToBase64(bytes(...all))
            console.log(text, [...new Uint8Array(wx.base64ToArrayBuffer(text))].join())
          }
          console.log([...new Uint8Array(wx.base64ToArrayBuffer(' 5rC0 5rip'))].length)
          try { wx.base64ToArrayBuffer('a?') } catch (e) { console.log(e.message) }
          try { wx.arrayBufferToBase64('a') } catch (e) { console.log(e.message) }
          console.log(wx.canIUse('base64ToArrayBuffer'))
          """);
      run.run()
          .assertLog(
              " ",
              "AA== 0",
              "/wE= 255,1",
              "AQID 1,2,3",
              "+vv8/Q== 250,251,252,253",
              "6",
              "base64ToArrayBuffer: \"?\" is no letter of base64",
              "arrayBufferToBase64: the argument should be an ArrayBuffer",
              "true");
    }
  }
}
