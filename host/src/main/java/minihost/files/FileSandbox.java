package minihost.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import minihost.files.FileTrouble.Kind;
import minihost.reason.Platform;

/**
 * The files of one run as its program knows them: its package, which it may read; its user folder;
 * the files it has saved; and its temporary files. Whoever gives the folder decides what of them
 * outlives the run. Any thread.
 */
public final class FileSandbox implements AutoCloseable {
  /** What the user folder and the temporary files may hold, in bytes. */
  record Limits(long user, long temp) {
    /** 200 MB and 4 GB, as WeChat's page on the file system has it. */
    static final Limits WECHAT = new Limits(200L << 20, 4L << 30);
  }

  private static final int RANDOM_BYTES = 16;
  private static final Pattern EXTENSION = Pattern.compile("[A-Za-z0-9]{1,16}");

  private final FileScheme scheme;
  private final PackageFiles packaged;
  private final Supplier<Path> folder;
  private final Limits limits;
  private final SecureRandom random = new SecureRandom();
  private final FilePlaces places;
  private final Quota quota;
  private final OpenFiles open;
  private Path home;
  private boolean closed;

  /**
   * @param programRoot the folder of app.json
   * @param folder an existing folder of the run's own, outside the program's; asked once, when it
   *     is first needed; whoever made it deletes it
   */
  public FileSandbox(Path programRoot, Platform platform, Supplier<Path> folder) {
    this(programRoot, platform, folder, Limits.WECHAT);
  }

  FileSandbox(Path programRoot, Platform platform, Supplier<Path> folder, Limits limits) {
    this.folder = folder;
    scheme = FileScheme.of(platform);
    packaged = new PackageFiles(programRoot);
    this.limits = limits;
    places = new FilePlaces(scheme, packaged, this::opened);
    quota = new Quota(places, limits.user);
    open = new OpenFiles(places, quota);
  }

  /** What a program may do with files by name; the caller holds this sandbox's monitor. */
  public FileSystem byName() {
    return new FileSystem(places, quota);
  }

  /** Bytes of a folder of the package; 0 when it is not there. */
  public long packagedBytes(String folder) throws IOException {
    return packaged.size(folder);
  }

  /** Files that the program has opened; the caller holds this sandbox's monitor. */
  public OpenFiles open() {
    return open;
  }

  /** The files that the program has saved; the caller holds this sandbox's monitor. */
  public SavedFiles saved() {
    return new SavedFiles(places, quota, this::fresh);
  }

  /** Zip files and others that are packed; the caller holds this sandbox's monitor. */
  public PackedFiles packed() {
    return new PackedFiles(places, quota);
  }

  private synchronized Path opened() {
    if (closed) throw new IllegalStateException("the run is over");
    try {
      if (home == null) home = made(folder.get());
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code wx.env.USER_DATA_PATH}. */
  public String userDataPath() {
    return scheme.user();
  }

  /**
   * The file that the program knows by this name, to be read.
   *
   * @throws FileTrouble {@link Kind#MISSING} also for what it may not see: it learns no more
   */
  public Path find(String name) throws FileTrouble {
    Optional<Path> found = places.found(name).filter(Files::isRegularFile);
    return found.orElseThrow(
        () ->
            new FileTrouble(
                Kind.MISSING,
                name,
                "there is no file \""
                    + name
                    + "\" in the package, the user folder or among the"
                    + " temporary files",
                "give the path of a file of the package, below wx.env.USER_DATA_PATH, or a"
                    + " tempFilePath of this run"));
  }

  private static String after(String prefix, String name) {
    return name.substring(prefix.length());
  }

  /**
   * Whether a file may be put here, now.
   *
   * @param name its place in the user folder
   */
  public void requirePlace(String name) throws FileTrouble {
    receive(Optional.of(name)).close();
  }

  /**
   * Begins a file that comes from outside. Nobody sees it before {@link Incoming#keep}.
   *
   * @param name its place in the user folder, or empty for a new temporary file
   */
  public synchronized Incoming receive(Optional<String> name) throws FileTrouble {
    String shown = name.orElse("a temporary file");
    if (closed) throw FileTrouble.broken(shown, new IOException("the run is over"));
    try {
      if (name.isPresent()) requireInUserFolder(name.get());
      if (home == null) home = made(folder.get());
      if (name.isPresent()) place(name.get());
      return new Incoming(this, name, home.resolve("incoming").resolve(fresh()));
    } catch (FileTrouble e) {
      throw e;
    } catch (IOException e) {
      throw FileTrouble.broken(shown, e);
    } catch (UncheckedIOException e) { // the folder cannot be made
      throw FileTrouble.broken(shown, e.getCause());
    }
  }

  private static Path made(Path folder) throws IOException {
    Path home = folder.toRealPath();
    for (String name : new String[] {"user", "saved", "tmp", "incoming"})
      Files.createDirectories(home.resolve(name));
    return home;
  }

  private String fresh() {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private void requireInUserFolder(String name) throws FileTrouble {
    if (!name.startsWith(scheme.user() + "/"))
      throw Jail.forbidden(name, "\"" + name + "\" is not in the user folder " + scheme.user());
  }

  private Path place(String name) throws FileTrouble {
    return new Jail(home.resolve("user")).place(after(scheme.user() + "/", name), name);
  }

  /** Moves a complete file to where its program finds it, and says by which name. */
  synchronized String keep(Incoming file, Optional<String> name, String extension)
      throws FileTrouble, IOException {
    if (closed) throw new IOException("the run is over");
    String ending = EXTENSION.matcher(extension).matches() ? "." + extension : "";
    String given = name.orElseGet(() -> scheme.temp() + fresh() + ending);
    Path place =
        name.isPresent() ? place(given) : home.resolve("tmp").resolve(after(scheme.temp(), given));
    long more = file.size() - Trees.sizeOf(place);
    if (name.isPresent()) requireRoom(given, more);
    else requireTempRoom(given, file.size());
    Files.move(
        file.path(), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    if (name.isPresent()) quota.grew(more);
    return given;
  }

  private void requireRoom(String name, long more) throws FileTrouble, IOException {
    long total = quota.used() + more;
    if (total > limits.user)
      throw new FileTrouble(
          Kind.USER_FULL,
          name,
          "with \""
              + name
              + "\" the user folder would hold "
              + total
              + " of "
              + limits.user
              + " bytes",
          "remove files that are no longer needed");
  }

  private void requireTempRoom(String name, long more) throws FileTrouble, IOException {
    long total = total(home.resolve("tmp")) + more;
    if (total > limits.temp)
      throw new FileTrouble(
          Kind.TEMP_FULL,
          name,
          "the temporary files would hold " + total + " of " + limits.temp + " bytes",
          "download less in one run");
  }

  static long total(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  /** The real folder; null while there is none. */
  synchronized Path home() {
    return home;
  }

  /** Lets no more files in; those that are there go with the folder. Idempotent. */
  @Override
  public synchronized void close() {
    closed = true;
    open.close();
  }
}
