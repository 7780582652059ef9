package minihost.host;

import org.junit.jupiter.api.Test;

/** Random bytes of wx.getRandomValues and of the UserCryptoManager. */
class RandomValuesFamilyTest {
  @Test
  void asManyBytesAsAreAskedForAndNeverTheSame() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          """
          const hex = b => [...new Uint8Array(b)].join()
          ;(async () => {
            const one = await wx.getRandomValues({ length: 16 })
            const two = await wx.getRandomValues({ length: 16 })
            console.log(one.randomValues instanceof ArrayBuffer, one.randomValues.byteLength, hex(one.randomValues) !== hex(two.randomValues))
            const most = await wx.getRandomValues({ length: 1048576 })
            console.log(most.randomValues.byteLength)
            for (const length of [0, 1.5, 1048577]) await wx.getRandomValues({ length }).catch(e => console.log(e.errMsg))
            await wx.getRandomValues({ length: '6' }).catch(e => console.log(e.errMsg, e.errno))
            const none = wx.getUserCryptoManager().getRandomValues({ length: 6, success: r => console.log(r.errMsg, r.randomValues.byteLength) })
            console.log(none)
          })()
          """);
      String range =
          "getRandomValues:fail parameter error: parameter.length should be an integer from 1 to"
              + " 1048576;";
      run.run()
          .assertLog(
              "true 16 true",
              "1048576",
              range,
              range,
              range,
              "getRandomValues:fail parameter error: parameter.length should be Number instead of"
                  + " String; 1001",
              "undefined",
              "getRandomValues:ok 6");
    }
  }
}
