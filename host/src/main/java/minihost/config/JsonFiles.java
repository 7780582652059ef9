package minihost.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.BiConsumer;
import minihost.reason.Origin;

/** Reads JSON files of one folder and reports what is wrong with their text. */
final class JsonFiles {
  private static final long MAX_BYTES = 16 << 20;

  /** What becomes of a key written twice: an untouched program must run, our own file be clear. */
  enum Twice {
    WARN,
    REFUSE
  }

  private final Jail jail;
  private final Problems problems;

  JsonFiles(Jail jail, Problems problems) {
    this.jail = jail;
    this.problems = problems;
  }

  /** The object in a file of the folder; empty when there is no such file or it is broken. */
  Optional<Json.Obj> read(Path path, Twice twice) {
    if (!Files.exists(path)) return Optional.empty();
    String name = jail.name(path);
    if (!jail.holds(path)) {
      problems.problem(ConfigCode.OUTSIDE_FOLDER, new Origin(name, 0, ""), name, jail.folder());
      return Optional.empty();
    }
    return readAnywhere(path, name, twice);
  }

  /** As {@link #read}, for a file the user named, wherever it is. */
  Optional<Json.Obj> readAnywhere(Path path, String name, Twice twice) {
    Origin whole = new Origin(name, 0, "");
    try {
      if (!Files.isRegularFile(path)) throw new IOException("it is not a file");
      if (Files.size(path) > MAX_BYTES) throw new IOException("it is larger than 16 MiB");
      return parse(text(Files.readAllBytes(path)), name, twice, problems);
    } catch (CharacterCodingException e) {
      problems.problem(ConfigCode.NOT_UTF8, whole, name);
    } catch (IOException e) {
      problems.problem(ConfigCode.UNREADABLE, whole, name, e.getMessage());
    }
    return Optional.empty();
  }

  private static Optional<Json.Obj> parse(String text, String name, Twice twice, Problems problems)
      throws IOException {
    if (text.isBlank()) {
      problems.problem(ConfigCode.EMPTY_FILE, new Origin(name, 1, ""), name);
      return Optional.empty();
    }
    return object(text, name, (first, again) -> twice(first, again, twice, problems), problems);
  }

  /**
   * The object in a text.
   *
   * @param name the file's, for messages
   * @param twice hears of a key written twice: where first, where again
   */
  static Optional<Json.Obj> object(
      String text, String name, BiConsumer<Origin, Origin> twice, Problems problems)
      throws IOException {
    try {
      Json root = JsonReader.file(text, name, twice);
      if (root instanceof Json.Obj object) return Optional.of(object);
      problems.wrongType(root, name, "an object", "{ … }");
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      int line = at == null ? 1 : at.getLineNr();
      int column = at == null ? 1 : at.getColumnNr();
      Origin origin = new Origin(name, line, "");
      problems.problem(ConfigCode.BROKEN_JSON, origin, name, column, JsonErrors.said(e));
    }
    return Optional.empty();
  }

  private static void twice(Origin first, Origin again, Twice twice, Problems problems) {
    if (twice == Twice.WARN)
      problems.warning(ConfigCode.DUPLICATE_KEY, again, again.key(), first.line());
    else problems.problem(ConfigCode.DUPLICATE_KEY, again, again.key(), first.line());
  }

  private static String text(byte[] bytes) throws CharacterCodingException {
    String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** An object for a file that is not there. */
  static Json.Obj none(String name) {
    return new Json.Obj(new Origin(name, 0, ""), new LinkedHashMap<>());
  }
}
