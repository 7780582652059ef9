package minihost.cli;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import minihost.config.ProgramFolders;

/**
 * Tells which files under some folders change, by real path: those of one moment together. A thread
 * of its own.
 */
final class FolderWatch implements AutoCloseable {
  /** An editor that saves, or a tool that writes many files, is done when it is quiet so long. */
  private static final long QUIET_MS = 100;

  private static final Set<String> NOT_THE_AUTHORS =
      Set.of("node_modules", "coverage", "target", "junit", "results");

  private final WatchService service;
  private final Map<WatchKey, Path> folders = new HashMap<>(); // the thread's, once it runs
  private final Set<Path> roots = new HashSet<>();
  private final Set<Path> created = new HashSet<>();
  private final Consumer<Set<Path>> listener;

  /**
   * @param places folders, or files whose folder is meant
   */
  FolderWatch(List<Path> places, Consumer<Set<Path>> listener) throws IOException {
    this.listener = listener;
    for (Path place : places) {
      Path whole = place.toAbsolutePath().toRealPath();
      Path folder = Files.isDirectory(whole) ? whole : whole.getParent();
      roots.add(ProgramFolders.around(folder).orElse(folder)); // a test file may lie below it
    }
    service = roots.iterator().next().getFileSystem().newWatchService();
    for (Path root : roots) add(root);
    Thread.ofPlatform().daemon().name("minihost-watch").start(this::watch);
  }

  private void add(Path root) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
              throws IOException {
            if (!roots.contains(dir) && isSkipped(dir)) return FileVisitResult.SKIP_SUBTREE;
            folders.put(
                dir.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE),
                dir);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static boolean isSkipped(Path path) {
    String name = path.getFileName().toString();
    return name.startsWith(".")
        || NOT_THE_AUTHORS.contains(name)
        || name.endsWith("~")
        || name.endsWith(".md");
  }

  private void watch() {
    try {
      while (true) {
        Set<Path> changed = new HashSet<>();
        for (WatchKey key = service.take();
            key != null;
            key = service.poll(QUIET_MS, TimeUnit.MILLISECONDS)) {
          for (WatchEvent<?> event : key.pollEvents()) note(folders.get(key), event, changed);
          if (!key.reset()) folders.remove(key);
        }
        created.removeIf(Files::exists);
        changed.removeAll(created); // a tool's own, there for a moment only
        created.clear();
        if (!changed.isEmpty()) listener.accept(changed);
      }
    } catch (InterruptedException | ClosedWatchServiceException e) {
      // the watching has ended
    }
  }

  private void note(Path folder, WatchEvent<?> event, Set<Path> changed) {
    if (folder == null || !(event.context() instanceof Path name)) return;
    Path path = folder.resolve(name);
    if (isSkipped(path)) return;
    if (!Files.isDirectory(path)) {
      if (event.kind() == StandardWatchEventKinds.ENTRY_CREATE) created.add(path);
      if (!folders.containsValue(path)) changed.add(path);
      return;
    }
    if (event.kind() != StandardWatchEventKinds.ENTRY_CREATE) return;
    try (var files = Files.walk(path)) {
      add(path);
      files.filter(Files::isRegularFile).filter(f -> !isSkipped(f)).forEach(changed::add);
    } catch (IOException gone) {
      // it was there for a moment only
    }
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
