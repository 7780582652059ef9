package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Uploads and downloads of a {@link TestRun}, and the files they leave. */
final class Transfers {
  private Transfers() {}

  /** A program that may send files to, and take them from, the lab. */
  static TestRun program() throws IOException {
    return new TestRun()
        .set("domains.requestdomain=[]")
        .set("domains.uploaddomain=[\"https://api.example.com\"]")
        .set("domains.downloaddomain=[\"https://api.example.com\"]")
        .file("images/a.txt", "hello");
  }

  /** Calls and waits; {@code ok} and the result without its profile as JSON, or the failure. */
  static String call(TestRun run, String api, String options) throws Exception {
    begin(run, "", api, options).settle();
    return run.log().getLast();
  }

  static TestRun begin(TestRun run, String name, String api, String options) throws Exception {
    return begin(run, name, api, options, "");
  }

  /**
   * @param then code in the same turn: a listener that comes later may miss what has happened
   */
  static TestRun begin(TestRun run, String name, String api, String options, String then)
      throws Exception {
    return run.script(
        """
        globalThis.task = wx.%2$s({
          success: ({ profile, errMsg, ...r }) => console.log('%1$sok ' + JSON.stringify(r)),
          fail: r => console.log('%1$s' + r.errMsg, r.errno ?? 'no errno'),
          %3$s
        });
        %4$s
        undefined
        """
            .formatted(name.isEmpty() ? "" : name + ": ", api, options, then));
  }

  /** The options of an upload of the package's file, with these more. */
  static String up(String more) {
    return "url: 'https://api.example.com/up', filePath: 'images/a.txt', name: 'file'"
        + (more.isEmpty() ? "" : ", " + more);
  }

  static String down(String more) {
    return "url: 'https://api.example.com/down'" + (more.isEmpty() ? "" : ", " + more);
  }

  /** Where a file lies that the program knows by this name. */
  static Path real(TestRun run, String name) {
    Path files = run.host().folder().orElseThrow().resolve("files");
    return name.startsWith("wxfile://tmp_")
        ? files.resolve("tmp").resolve(name.substring("wxfile://tmp_".length()))
        : files.resolve("user").resolve(name.substring("wxfile://usr/".length()));
  }

  /** Every file of the run, whole or not. */
  static List<Path> all(TestRun run) throws IOException {
    Optional<Path> folder = run.host().folder();
    if (folder.isEmpty()) return List.of();
    try (Stream<Path> all = Files.walk(folder.get())) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  static void assertNoFiles(TestRun run) throws IOException {
    assertEquals(List.of(), all(run), "files left");
  }
}
