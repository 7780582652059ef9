package minihost.wx;

import static minihost.wx.FileOperation.doing;
import static minihost.wx.FileOperation.giving;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import minihost.api.Args;
import minihost.api.Ordered;
import minihost.files.FileFacts;
import minihost.files.FileFailure;
import minihost.files.FileSandbox;
import minihost.files.FileSystem;
import minihost.files.OpenFiles;
import minihost.files.PackedFiles;
import minihost.files.SavedFiles;
import minihost.files.TextEncoding;
import minihost.reason.Platform;

/** The methods of the FileSystemManager: options as its pages name them, plain results. */
final class FileOperations {
  /** Those that {@code wx} has as well, with a Promise where no callback is given. */
  static final Set<String> OF_WX_TOO =
      Set.of("getFileInfo", "getSavedFileList", "removeSavedFile", "saveFile");

  private static final String UTF_8 = "utf8";

  private final FileSystem files;
  private final OpenFiles open;
  private final SavedFiles saved;
  private final PackedFiles packed;

  FileOperations(FileSandbox sandbox) {
    files = sandbox.byName();
    open = sandbox.open();
    saved = sandbox.saved();
    packed = sandbox.packed();
  }

  List<FileOperation> all() {
    return List.of(
        doing("access", a -> files.access(a.string("path"))).needs("path"),
        doing("appendFile", a -> files.append(a.string("filePath"), bytes(a))).needs("filePath"),
        doing("copyFile", a -> files.copy(a.string("srcPath"), a.string("destPath")))
            .needs("srcPath", "destPath"),
        giving("getFileInfo", this::info).needs("filePath").withoutSync(),
        giving("getSavedFileList", a -> list()).withoutSync(),
        doing("mkdir", a -> files.mkdir(a.string("dirPath"), a.flag("recursive", false)))
            .needs("dirPath"),
        giving("readdir", a -> Map.of("files", files.readdir(a.string("dirPath"))))
            .needs("dirPath"),
        giving("readFile", this::read).needs("filePath"),
        giving("readCompressedFile", a -> Map.of("data", packed.brotli(a.string("filePath"))))
            .needs("filePath", "compressionAlgorithm"),
        giving("readZipEntry", this::entries).needs("filePath").withoutSync(),
        doing("removeSavedFile", a -> saved.remove(a.string("filePath")))
            .needs("filePath")
            .withoutSync(),
        doing("rename", a -> files.rename(a.string("oldPath"), a.string("newPath")))
            .needs("oldPath", "newPath"),
        doing("rmdir", a -> files.rmdir(a.string("dirPath"), a.flag("recursive", false)))
            .needs("dirPath"),
        giving("saveFile", this::save).needs("tempFilePath"),
        giving("stat", this::stat).needs("path"),
        doing("truncate", a -> files.truncate(a.string("filePath"), whole(a, "length").orElse(0)))
            .needs("filePath"),
        doing("unlink", a -> files.unlink(a.string("filePath"))).needs("filePath"),
        doing("unzip", a -> packed.unzip(a.string("zipFilePath"), a.string("targetPath")))
            .needs("zipFilePath", "targetPath")
            .withoutSync(),
        doing("writeFile", a -> files.write(a.string("filePath"), bytes(a))).needs("filePath"),
        giving("open", a -> Map.of("fd", open.open(a.string("filePath"), flag(a))))
            .needs("filePath"),
        doing("close", a -> open.close(a.string("fd"))).needs("fd"),
        giving("read", this::readOpen).needs("fd"),
        giving("write", this::writeOpen).needs("fd"),
        giving("fstat", a -> Map.of("stats", plain(open.stat(a.string("fd"))))).needs("fd"),
        doing("ftruncate", a -> open.truncate(a.string("fd"), whole(a, "length").orElse(0)))
            .needs("fd"));
  }

  /** The one that {@code wx} alone has. */
  FileOperation savedInfo() {
    return giving("getSavedFileInfo", this::savedInfo).needs("filePath");
  }

  private Map<String, Object> savedInfo(Args args) throws IOException {
    SavedFiles.Saved file = saved.facts(args.string("filePath"));
    return Ordered.of("size", file.size(), "createTime", file.created());
  }

  private static byte[] bytes(Args args) throws FileFailure {
    if (args.raw().get("data") instanceof byte[] bytes) return bytes;
    return TextEncoding.bytes(args.string("data"), args.optionalString("encoding").orElse(UTF_8));
  }

  private static Object data(byte[] bytes, Args args) throws FileFailure {
    Optional<String> encoding = args.optionalString("encoding");
    return encoding.isEmpty() ? bytes : TextEncoding.text(bytes, encoding.get());
  }

  private static String flag(Args args) {
    return args.optionalString("flag").orElse("r");
  }

  private static OptionalLong whole(Args args, String name) {
    return args.number(name)
        .filter(Double::isFinite)
        .map(n -> OptionalLong.of((long) Math.floor(n)))
        .orElse(OptionalLong.empty());
  }

  private Map<String, Object> info(Args args) throws IOException {
    String name = args.string("filePath");
    String algorithm = args.optionalString("digestAlgorithm").orElse("md5");
    return Ordered.of("size", files.size(name), "digest", files.digest(name, algorithm));
  }

  private Map<String, Object> list() throws IOException {
    return Map.of("fileList", saved.list().stream().map(FileOperations::plain).toList());
  }

  private static Map<String, Object> plain(SavedFiles.Saved file) {
    return Ordered.of(
        "filePath", file.filePath(), "size", file.size(), "createTime", file.created());
  }

  private Map<String, Object> save(Args args) throws IOException {
    String from = args.string("tempFilePath");
    Optional<String> to = args.optionalString("filePath");
    return Map.of("savedFilePath", to.isPresent() ? saved.save(from, to.get()) : saved.save(from));
  }

  private Map<String, Object> read(Args args) throws IOException {
    byte[] bytes =
        files.read(args.string("filePath"), whole(args, "position"), whole(args, "length"));
    return Map.of("data", data(bytes, args));
  }

  private Map<String, Object> stat(Args args) throws IOException {
    String path = args.string("path");
    FileFacts facts = files.stat(path);
    if (!args.flag("recursive", false) || !facts.isDirectory())
      return Map.of("stats", plain(facts));
    return Map.of(
        "stats",
        files.statAll(path).stream()
            .map(each -> Ordered.of("path", each.path(), "stats", plain(each)))
            .toList());
  }

  private static Map<String, Object> plain(FileFacts facts) {
    return Ordered.of(
        "mode", facts.mode(),
        "size", facts.size(),
        "lastAccessedTime", facts.accessed(),
        "lastModifiedTime", facts.modified(),
        "directory", facts.isDirectory());
  }

  private Map<String, Object> readOpen(Args args) throws IOException {
    int length = (int) Math.max(0, whole(args, "length").orElse(0));
    return Map.of("data", open.read(args.string("fd"), whole(args, "position"), length));
  }

  private Map<String, Object> writeOpen(Args args) throws IOException {
    byte[] bytes = bytes(args);
    open.write(args.string("fd"), bytes, whole(args, "position"));
    return Map.of("bytesWritten", bytes.length);
  }

  private Map<String, Object> entries(Args args) throws IOException {
    Map<String, Args> wanted = new LinkedHashMap<>();
    for (Object each : args.list("entries"))
      if (each instanceof Map<?, ?> map && map.get("path") instanceof String path) {
        Map<String, Object> options = new LinkedHashMap<>();
        map.forEach((key, value) -> options.put(String.valueOf(key), value));
        wanted.put(path, new Args(options));
      }
    boolean all = !(args.raw().get("entries") instanceof List<?>);
    Map<String, Object> found = new LinkedHashMap<>();
    for (var entry :
        packed.entries(args.string("filePath"), all ? Optional.empty() : some(wanted)).entrySet()) {
      PackedFiles.Found read = entry.getValue();
      Args options = wanted.getOrDefault(entry.getKey(), args);
      found.put(
          entry.getKey(),
          read.failure().isPresent()
              ? Map.of("errMsg", "readZipEntry:fail " + words(read.failure().get()))
              : Ordered.of("data", data(read.bytes(), options), "errMsg", "readZipEntry:ok"));
    }
    return Map.of("entries", found);
  }

  private static String words(FileFailure failure) {
    return failure.reason().words(Platform.DEFAULT);
  }

  private static Optional<List<PackedFiles.Wanted>> some(Map<String, Args> wanted) {
    return Optional.of(
        wanted.entrySet().stream()
            .map(
                e ->
                    new PackedFiles.Wanted(
                        e.getKey(), whole(e.getValue(), "position"), whole(e.getValue(), "length")))
            .toList());
  }
}
