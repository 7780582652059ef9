package minihost.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Which folder is a mini program, told by the files in it. */
public final class ProgramFolders {
  private static final List<String> MARKS =
      List.of(ProgramFinder.APP_JSON, ProgramFinder.GAME_JSON, "project.config.json");

  private ProgramFolders() {}

  /** The innermost folder from this one upwards that is a mini program. */
  public static Optional<Path> around(Path folder) {
    for (Path at = folder; at != null; at = at.getParent())
      if (MARKS.stream().map(at::resolve).anyMatch(Files::exists)) return Optional.of(at);
    return Optional.empty();
  }
}
