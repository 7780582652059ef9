package minihost.host;

import org.junit.jupiter.api.Test;

class FileSystemFamilyTest {
  private static final String BEGIN =
      """
      const fs = wx.getFileSystemManager(), root = wx.env.USER_DATA_PATH
      const tried = f => { try { return f() } catch (e) { return e.message } }
      """;

  private static void assertLog(String code, String... lines) throws Exception {
    try (TestRun run = new TestRun()) {
      run.file("data/a.txt", "packed").file(".secret", "s");
      run.onLoad(BEGIN + code).run().assertLog(lines);
    }
  }

  @Test
  void savedFilesAreKnownToWxToo() throws Exception {
    try (TestRun run = new TestRun()) {
      run.lab.on("GET /a.txt", minihost.lab.Answer.text("hello"));
      run.set("domains.downloaddomain=[\"https://api.example.com\"]");
      run.onLoad(
          """
          (async () => {
            const { tempFilePath } = await new Promise(success => wx.downloadFile({ url: 'https://api.example.com/a.txt', success }))
            const { savedFilePath } = await wx.saveFile({ tempFilePath })
            const { fileList } = await wx.getSavedFileList()
            console.log(fileList.length, fileList[0].filePath === savedFilePath, fileList[0].size)
            const info = await wx.getSavedFileInfo({ filePath: savedFilePath })
            console.log(info.size, info.createTime === fileList[0].createTime, info.errMsg)
            console.log((await wx.getFileInfo({ filePath: savedFilePath })).digest)
            console.log((await wx.removeSavedFile({ filePath: savedFilePath })).errMsg)
            wx.getSavedFileInfo({ filePath: savedFilePath, fail: e => console.log(e.errMsg.slice(0, 21)) })
            wx.saveFile({ tempFilePath, fail: e => console.log(e.errMsg.slice(0, 13)) })
            wx.saveFile({ fail: e => console.log(e.errMsg) })
          })()
          """);
      run.run()
          .assertLog(
              "1 true 5",
              "5 true getSavedFileInfo:ok",
              "5d41402abc4b2a76b9719d911017c592",
              "removeSavedFile:ok",
              "saveFile:fail parameter error: parameter.tempFilePath should be String instead of"
                  + " Undefined;",
              "getSavedFileInfo:fail",
              "saveFile:fail");
    }
  }

  @Test // 8.3
  void filesAreWrittenAndReadInEveryEncoding() throws Exception {
    assertLog(
        """
        console.log(fs === wx.getFileSystemManager(), wx.FileSystemManager)
        for (const e of ['ascii', 'base64', 'binary', 'hex', 'ucs2', 'ucs-2', 'utf16le', 'utf-8', 'utf8', 'latin1']) {
          const text = e === 'hex' ? 'c3a9' : e === 'base64' ? 'w6k=' : 'é!'
          fs.writeFileSync(`${root}/a`, text, e)
          console.log(e, fs.readFileSync(`${root}/a`, e), fs.readFileSync(`${root}/a`).byteLength)
        }
        fs.writeFileSync(`${root}/a`, new Uint8Array([1, 2, 3, 4]).buffer)
        fs.appendFileSync(`${root}/a`, 'é')
        console.log(fs.readFileSync(`${root}/a`, 'hex'), fs.readFileSync(`${root}/a`, 'hex', 1, 2))
        console.log(tried(() => fs.readFileSync(`${root}/a`, 'hex', 9)))
        console.log(tried(() => fs.readFileSync(`${root}/a`, 'gbk')))
        console.log(tried(() => fs.writeFileSync(`${root}/a`, '*', 'base64')))
        console.log(tried(() => fs.writeFileSync(`${root}/a`, { a: 1 })))
        """,
        "true undefined",
        "ascii i! 2",
        "base64 w6k= 2",
        "binary é! 2",
        "hex c3a9 2",
        "ucs2 é! 4",
        "ucs-2 é! 4",
        "utf16le é! 4",
        "utf-8 é! 3",
        "utf8 é! 3",
        "latin1 é! 2",
        "01020304c3a9 0203",
        "readFileSync:fail value of position is out of range",
        "readFileSync:fail Invalid argument",
        "writeFileSync:fail base64 encode error",
        "writeFileSync:fail parameter error: parameter.data should be String or ArrayBuffer instead"
            + " of Object;");
  }

  @Test // 8.3
  void callsWithCallbacksComeInTheirOrderAndGiveNoPromise() throws Exception {
    assertLog(
        """
        const end = r => console.log(r.errMsg, r.errno ?? '', r.data ?? '')
        console.log(fs.writeFile({ filePath: `${root}/a`, data: '1', complete: end }))
        fs.appendFile({ filePath: `${root}/a`, data: '2', complete: end })
        fs.readFile({ filePath: `${root}/a`, encoding: 'utf8', complete: end })
        fs.unlink({ filePath: `${root}/a`, complete: end })
        fs.readFile({ filePath: `${root}/a`, complete: end })
        fs.access({ complete: end })
        """,
        "undefined",
        "access:fail parameter error: parameter.path should be String instead of Undefined; 1001 ",
        "writeFile:ok  ",
        "appendFile:ok  ",
        "readFile:ok  12",
        "unlink:ok  ",
        "readFile:fail no such file or directory wxfile://usr/a 1300002 ");
  }

  @Test // 8.3
  void foldersAreMadeListedMovedAndRemoved() throws Exception {
    assertLog(
        """
        console.log(tried(() => fs.mkdirSync(`${root}/a/b`)))
        fs.mkdirSync(`${root}/a/b`, true)
        console.log(tried(() => fs.mkdirSync(`${root}/a`)))
        fs.writeFileSync(`${root}/a/x`, 'xy')
        console.log(fs.readdirSync(root), fs.readdirSync(`${root}/a`), fs.readdirSync('data'))
        const stats = fs.statSync(`${root}/a/x`)
        console.log(stats.isFile(), stats.isDirectory(), stats.size, stats.lastModifiedTime > 1e9)
        console.log(fs.statSync(`${root}/a`, true).map(s => s.path + ' ' + s.stats.isDirectory()))
        console.log(tried(() => fs.rmdirSync(`${root}/a`)))
        console.log(tried(() => fs.readdirSync(`${root}/a/x`)))
        console.log(tried(() => fs.unlinkSync(`${root}/a`)))
        console.log(tried(() => fs.writeFileSync(`${root}/a`, '')))
        console.log(tried(() => fs.writeFileSync(`${root}/a/x/y`, '')))
        fs.renameSync(`${root}/a`, `${root}/c`)
        fs.copyFileSync('data/a.txt', `${root}/c/copy`)
        console.log(fs.readFileSync(`${root}/c/copy`, 'utf8'), fs.accessSync(`${root}/c/b`))
        fs.rmdirSync(`${root}/c`, true)
        console.log(fs.readdirSync(root))
        """,
        "mkdirSync:fail no such file or directory wxfile://usr/a/b",
        "mkdirSync:fail file already exists wxfile://usr/a",
        "[ 'a' ] [ 'b', 'x' ] [ 'a.txt' ]",
        "true false 2 true",
        "[ '/ true', '/b true', '/x false' ]",
        "rmdirSync:fail directory not empty",
        "readdirSync:fail not a directory wxfile://usr/a/x",
        "unlinkSync:fail operation not permitted wxfile://usr/a",
        "writeFileSync:fail illegal operation on a directory wxfile://usr/a",
        "writeFileSync:fail not a directory wxfile://usr/a/x/y",
        "packed undefined",
        "[]");
  }

  @Test // 8.3
  void openedFilesHaveAPosition() throws Exception {
    assertLog(
        """
        const fd = fs.openSync({ filePath: `${root}/a`, flag: 'w+' })
        console.log(fs.writeSync({ fd, data: 'hello' }), fs.writeSync({ fd, data: 'J', position: 0 }))
        console.log(fs.writeSync({ fd, data: new Uint8Array([33, 34, 35]).buffer, offset: 1, length: 1 }))
        const arrayBuffer = new ArrayBuffer(8)
        console.log(fs.readSync({ fd, arrayBuffer, offset: 2, length: 6, position: 0 }).bytesRead)
        console.log(String.fromCharCode(...new Uint8Array(arrayBuffer).slice(2)))
        fs.ftruncateSync({ fd, length: 2 })
        console.log(fs.fstatSync({ fd }).size, tried(() => fs.openSync({ filePath: `${root}/a`, flag: 'q' })))
        fs.closeSync({ fd })
        console.log(tried(() => fs.closeSync({ fd })))
        console.log(tried(() => fs.openSync({ filePath: `${root}/a`, flag: 'wx' })))
        const r = fs.openSync({ filePath: `${root}/a` })
        console.log(tried(() => fs.writeSync({ fd: r, data: 'x' })))
        fs.truncateSync({ filePath: `${root}/a`, length: 4 })
        fs.read({ fd: r, arrayBuffer, length: 8, success: e => console.log(e.bytesRead, e.arrayBuffer === arrayBuffer) })
        """,
        "{ bytesWritten: 5 } { bytesWritten: 1 }",
        "{ bytesWritten: 1 }",
        "6",
        "Jello\"",
        "2 openSync:fail invalid flag",
        "closeSync:fail bad file descriptor",
        "openSync:fail file already exists wxfile://usr/a",
        "writeSync:fail fail permission denied",
        "4 true");
  }

  @Test // 8.3
  void nothingIsWrittenOutsideTheUserFolder() throws Exception {
    assertLog(
        """
        const names = ['data/a.txt', '/data/new', '/etc/passwd', `${root}/../x`, `${root}/a\\0b`, `${root}/a\\\\b`,
          `${root}/nul`, `${root}/c:d`, `${root}`, 'wxfile://tmp_0', `${root}/${'n'.repeat(300)}`]
        for (const name of names) console.log(tried(() => fs.writeFileSync(name, 'x')).slice(0, 60))
        for (const name of ['.secret', 'minihost.json', '../x', `${root}/../../secret`])
          console.log(tried(() => fs.readFileSync(name)))
        """,
        "writeFileSync:fail permission denied data/a.txt",
        "writeFileSync:fail permission denied, cannot access file pat",
        "writeFileSync:fail permission denied, cannot access file pat",
        "writeFileSync:fail permission denied, cannot access file pat",
        "writeFileSync:fail permission denied, cannot access file pat",
        "writeFileSync:fail permission denied, cannot access file pat",
        "writeFileSync:fail permission denied, cannot access file pat",
        "writeFileSync:fail permission denied, cannot access file pat",
        "writeFileSync:fail permission denied, cannot access file pat",
        "writeFileSync:fail permission denied wxfile://tmp_0",
        "writeFileSync:fail File name too long",
        "readFileSync:fail no such file or directory .secret",
        "readFileSync:fail no such file or directory minihost.json",
        "readFileSync:fail no such file or directory ../x",
        "readFileSync:fail no such file or directory wxfile://usr/../../secret");
  }

  @Test // 8.3
  void digestsAndWhatCanBeUsed() throws Exception {
    assertLog(
        """
        fs.getFileInfo({ filePath: 'data/a.txt', digestAlgorithm: 'sha1', complete: r => console.log(r) })
        console.log(wx.canIUse('getFileSystemManager'), wx.canIUse('FileSystemManager.readFileSync'),
          wx.canIUse('FileSystemManager.getFileInfoSync'))
        """,
        "true true false",
        "{\n"
            + "  size: 6,\n"
            + "  digest: '7aca22de0b050687b471256624fbefc0b93a1ef5',\n"
            + "  errMsg: 'getFileInfo:ok'\n"
            + "}");
  }
}
