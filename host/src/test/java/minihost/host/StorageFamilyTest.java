package minihost.host;

import java.nio.file.Path;
import java.util.List;
import minihost.files.ProgramData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageFamilyTest {
  private static final String WRONG_KEY =
      ":fail parameter error: parameter.key should be String instead of ";

  private static void assertLog(String code, String... lines) throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(code).run().assertLog(lines);
    }
  }

  @Test
  void valuesComeBackAsTheTypesTheyWere() throws Exception {
    assertLog(
        """
        const values = ['text', '', 1.5, NaN, true, false, null, undefined, [1, 'b', null],
          { a: { b: [2] } }, new Date(86400000), () => 1]
        for (const value of values) {
          wx.setStorageSync('key', value)
          console.log(wx.getStorageSync('key') === '' ? "''" : wx.getStorageSync('key'))
        }
        console.log(wx.getStorageSync('key') === '')
        """,
        "text",
        "''",
        "1.5",
        "NaN",
        "true",
        "false",
        "null",
        "undefined",
        "[ 1, 'b', null ]",
        "{ a: { b: [ 2 ] } }",
        "1970-01-02T00:00:00.000Z",
        "''",
        "true");
  }

  @Test
  void aValueIsACopyBothWays() throws Exception {
    assertLog(
        """
        const kept = { list: [1], at: new Date(0) }
        wx.setStorageSync('key', kept)
        kept.list.push(2)
        const found = wx.getStorageSync('key')
        found.list.push(3)
        console.log(wx.getStorageSync('key'))
        """,
        "{ list: [ 1 ], at: '1970-01-01T00:00:00.000Z' }");
  }

  @Test
  void aMissingKeyIsAnEmptyStringOrAFailure() throws Exception {
    assertLog(
        """
        console.log(wx.getStorageSync('none') === '')
        wx.getStorage({ key: 'none', fail: e => console.log(e) })
        """,
        "true",
        "{ errMsg: 'getStorage:fail data not found' }");
  }

  @Test
  void theAsynchronousFormsReadAndWriteTheSameStorage() throws Exception {
    assertLog(
        """
        (async () => {
          console.log(await wx.setStorage({ key: 'a', data: { n: 1 } }), wx.getStorageSync('a'))
          wx.setStorageSync('b', 2)
          console.log(await wx.getStorage({ key: 'b' }))
          const { keys, currentSize, limitSize } = await wx.getStorageInfo()
          console.log(keys, currentSize, limitSize)
          console.log(await wx.removeStorage({ key: 'a' }), wx.getStorageInfoSync().keys)
          console.log(await wx.clearStorage(), wx.getStorageInfoSync().currentSize)
        })()
        """,
        "{ errMsg: 'setStorage:ok' } { n: 1 }",
        "{ data: 2, errMsg: 'getStorage:ok' }",
        "[ 'a', 'b' ] 1 10240",
        "{ errMsg: 'removeStorage:ok' } [ 'b' ]",
        "{ errMsg: 'clearStorage:ok' } 0");
  }

  @Test
  void removingAndClearingReturnNothing() throws Exception {
    assertLog(
        """
        wx.setStorageSync('a', 1)
        wx.setStorageSync('b', 2)
        console.log(wx.removeStorageSync('a'), wx.getStorageSync('a') === '', wx.getStorageSync('b'))
        console.log(wx.clearStorageSync(), wx.getStorageInfoSync().keys.length)
        """,
        "undefined true 2",
        "undefined 0");
  }

  @Test
  void oneKeyHoldsAtMostOneMegabyte() throws Exception {
    assertLog(
        """
        const most = 'x'.repeat(1024 * 1024 - 3)
        wx.setStorageSync('key', most)
        try { wx.setStorageSync('key', most + 'x') } catch (e) { console.log(e.message) }
        console.log(wx.getStorageSync('key') === most)
        wx.setStorage({ key: 'key', data: most + 'x', fail: e => console.log(e.errMsg) })
        wx.setStorage({ key: 'key', data: most, encrypt: true, fail: e => console.log(e.errMsg) })
        """,
        "setStorageSync:fail entry size limit reached",
        "true",
        "setStorage:fail entry size limit reached",
        "setStorage:fail entry size limit reached");
  }

  @Test
  void allKeysTogetherHoldAtMostTenMegabytes() throws Exception {
    assertLog(
        """
        const most = 'x'.repeat(1024 * 1024 - 1)
        for (let i = 0; i < 10; i++) wx.setStorageSync(String(i), most)
        console.log(wx.getStorageInfoSync().currentSize)
        try { wx.setStorageSync('a', '') } catch (e) { console.log(e.message) }
        wx.setStorageSync('0', 'less')
        wx.setStorageSync('a', 'fits')
        """,
        "10240",
        "setStorageSync:fail exceed storage max size 10Mb");
  }

  @Test
  void whatIsNoPlainDataIsRefused() throws Exception {
    assertLog(
        """
        const loop = {}
        loop.loop = loop
        try { wx.setStorageSync('key', loop) } catch (e) { console.log(e instanceof Error, e.message) }
        wx.setStorage({ key: 'key', data: loop, fail: e => console.log(e) })
        """,
        "true setStorageSync:fail fail to stringify data",
        "{ errMsg: 'setStorage:fail fail to stringify data', errno: 600010 }");
  }

  @Test
  void theKeyMustBeAString() throws Exception {
    assertLog(
        """
        const sync = ['setStorageSync', 'getStorageSync', 'removeStorageSync']
        for (const name of sync) try { wx[name](1) } catch (e) { console.log(e.message) }
        for (const name of ['setStorage', 'getStorage', 'removeStorage'])
          wx[name]({ fail: e => console.log(e.errMsg) })
        """,
        "setStorageSync" + WRONG_KEY + "Number;",
        "getStorageSync" + WRONG_KEY + "Number;",
        "removeStorageSync" + WRONG_KEY + "Number;",
        "setStorage" + WRONG_KEY + "Undefined;",
        "getStorage" + WRONG_KEY + "Undefined;",
        "removeStorage" + WRONG_KEY + "Undefined;");
  }

  @Test // 8.3
  void severalKeysAreSetAndReadAtOnce() throws Exception {
    assertLog(
        """
        wx.batchSetStorageSync([{ key: 'a', value: 1 }, { key: 'b', value: { c: [2] } }])
        console.log(wx.batchGetStorageSync(['b', 'none', 'a']))
        wx.batchSetStorage({ kvList: [{ key: 'a', value: 3 }] })
          .then(r => wx.batchGetStorage({ keyList: ['a'] })).then(r => console.log(r))
        try { wx.batchSetStorageSync([{ key: 1 }]) } catch (e) { console.log(e.message) }
        try { wx.batchGetStorageSync(['a', undefined]) } catch (e) { console.log(e.message) }
        """,
        "[ { c: [ 2 ] }, '', 1 ]",
        "batchSetStorageSync:fail parameter error: parameter.kvList.key should be String instead of"
            + " Number;",
        "batchGetStorageSync:fail parameter error: parameter.keyList should hold String instead of"
            + " Undefined;",
        "{ dataList: [ 3 ], errMsg: 'batchGetStorage:ok' }");
  }

  @Test // 8.3
  void whatWasKeptIsThereInTheNextRun(@TempDir Path root) throws Exception {
    for (String seen : List.of("", "1"))
      try (ProgramData data = ProgramData.in(root, "wx1");
          TestRun run = new TestRun().with(data)) {
        run.onLoad("console.log(wx.getStorageSync('n')); wx.setStorageSync('n', '1')");
        run.run().assertLog(seen);
      }
  }
}
