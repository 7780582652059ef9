package minihost.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import minihost.reason.Reason;

/** A mini program in a temporary folder; sound until a test spoils it. */
final class ProgramFolder {
  private final Path folder;
  private final List<String> sets = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private Optional<Path> configFile = Optional.empty();

  ProgramFolder(Path folder) {
    this.folder = folder;
    file("app.json", "{ \"pages\": [\"pages/index/index\"] }");
    file("pages/index/index.js", "");
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  ProgramFolder file(String name, String text) {
    return file(name, text.getBytes(UTF_8));
  }

  ProgramFolder file(String name, byte[] bytes) {
    try {
      Files.createDirectories(path(name).getParent());
      Files.write(path(name), bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ProgramFolder without(String name) {
    try {
      Files.delete(path(name));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ProgramFolder app(String json) {
    return file("app.json", json);
  }

  ProgramFolder minihost(String json) {
    return file("minihost.json", json);
  }

  ProgramFolder set(String keyAndValue) {
    sets.add(keyAndValue);
    return this;
  }

  ProgramFolder variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  ProgramFolder config(Path file) {
    configFile = Optional.of(file);
    return this;
  }

  Settings load() throws ConfigProblems {
    return SettingsLoader.load(folder, new Overrides(configFile, sets, environment));
  }

  List<Reason> problems() {
    return assertThrows(ConfigProblems.class, this::load).problems();
  }
}
