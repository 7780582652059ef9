package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What busboy, the parser behind most upload handlers of Node, makes of the forms of wx.uploadFile:
 * where Node is, and the environment variable names a folder into which {@code npm install busboy}
 * was run.
 */
class BusboyTest {
  @TempDir private static Path folder;
  private static OtherServer node;
  private static int port;

  private TestRun run;

  @BeforeAll
  static void startNode() throws IOException {
    NodeModules.library("busboy");
    OtherServer.certify(folder, "node.example.com");
    port = OtherServer.freePort();
    List<String> command =
        NodeModules.command(
            folder,
            "busboy-server.js",
            String.valueOf(port),
            OtherServer.CERTIFICATE,
            OtherServer.KEY);
    node = new OtherServer(folder, command, List.of(port));
  }

  @AfterAll
  static void stopNode() {
    if (node != null) node.close();
  }

  @BeforeEach
  void start() throws IOException {
    run =
        new TestRun()
            .set("trust=[\"" + folder.resolve(OtherServer.CA) + "\"]")
            .set("domains.uploaddomain=[\"https://node.example.com\"]")
            .set("hosts.node.example.com=127.0.0.1:" + port)
            .file("images/茶 1.png", "not really a picture\r\n")
            .file("notes", "")
            .file("big.bin", "0123456789abcdef".repeat(200_000));
    run.start();
  }

  @AfterEach
  void close() throws IOException {
    run.close();
  }

  /** What busboy found in a form: a line for each part. */
  private List<String> upload(String options) throws Exception {
    run.eval(
        """
        wx.uploadFile({
          url: 'https://node.example.com/up',
          success: r => {
            const { parts, error } = JSON.parse(r.data);
            if (error) console.log(error);
            for (const p of parts) {
              console.log([p.name, p.fileName ?? '-', p.type, p.value ?? `${p.size} ${p.sha256}`]
                .join('|'));
            }
          },
          fail: r => console.log(r.errMsg),
          %s
        }); undefined
        """
            .formatted(options));
    return run.log();
  }

  private static String sha256(String text) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes("UTF-8"));
    return HexFormat.of().formatHex(digest);
  }

  @Test // UP-1, UP-3
  void fieldsComeInTheirOrderAndThenTheFile() throws Exception {
    assertEquals(
        List.of(
            "z|-|text/plain|last",
            "名|-|text/plain|值 😀",
            "lines|-|text/plain|a\r\n--b\r\n",
            "empty|-|text/plain|",
            "n|-|text/plain|1.5",
            "file|茶 1.png|image/png|22 " + sha256("not really a picture\r\n")),
        upload(
            "filePath: 'images/茶 1.png', name: 'file', formData: { z: 'last', '名': '值 😀', lines:"
                + " 'a\\r"
                + "\\n"
                + "--b\\r"
                + "\\n"
                + "', empty: '', n: 1.5 }"));
  }

  @ParameterizedTest // UP-3
  @CsvSource({"notes, application/octet-stream", "app.js, text/javascript"})
  void aFileWithoutFieldsHasTheTypeOfItsName(String path, String type) throws Exception {
    String text = path.equals("notes") ? "" : "App({})";
    assertEquals(
        List.of("f|" + path + "|" + type + "|" + text.length() + " " + sha256(text)),
        upload("filePath: '" + path + "', name: 'f'"));
  }

  @ParameterizedTest // UP-3
  @CsvSource({"false", "true"})
  void aLargeFileArrivesWhole(boolean http2) throws Exception {
    String text = "0123456789abcdef".repeat(200_000);
    assertEquals(
        List.of("f|big.bin|application/octet-stream|3200000 " + sha256(text)),
        upload("filePath: 'big.bin', name: 'f', enableHttp2: " + http2));
  }
}
