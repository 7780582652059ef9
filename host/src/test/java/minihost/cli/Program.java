package minihost.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A mini program of one page in a folder of a test's own. */
final class Program {
  private final Path folder;

  Program(Path folder) throws IOException {
    this.folder = folder;
    file("app.json", "{\"pages\":[\"pages/index/index\", \"pages/other/other\"]}");
    file("app.js", "App({ globalData: { token: 't' } })");
    file("pages/index/index.js", "Page({ data: { n: 1 } })");
    file("pages/other/other.js", "Page({})");
  }

  Program file(String name, String text) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    return this;
  }

  /** The body of the first page's onLoad. */
  Program onLoad(String code) throws IOException {
    return file("pages/index/index.js", "Page({ data: { n: 1 }, onLoad() {\n" + code + "\n} })");
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
