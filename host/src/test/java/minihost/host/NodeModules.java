package minihost.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Node and its libraries, where the machine has them and the environment names their folder. */
public final class NodeModules {
  private static final String VARIABLE = "INTEROP_NODE_MODULES";

  private NodeModules() {}

  /** The folder of a library; without it the test is not run, and says so. */
  public static Path library(String name) {
    String modules = System.getenv().getOrDefault(VARIABLE, "");
    Path library = Path.of(modules, name);
    OtherServer.skipUnless(
        !modules.isEmpty() && Files.isDirectory(library),
        "there is no "
            + name
            + ": npm install it in a folder, and set "
            + VARIABLE
            + " to its node_modules");
    return library;
  }

  /**
   * Copies a library as npm installs it.
   *
   * @param folder where it is put, as {@code node_modules/NAME}
   */
  public static void copy(String name, Path folder) throws IOException {
    copyTree(library(name), folder.resolve("node_modules").resolve(name));
  }

  /** The folder of a library's files for mini programs, which its package.json names. */
  public static Path miniProgram(String name) throws IOException {
    Path library = library(name);
    JsonNode json = new ObjectMapper().readTree(library.resolve("package.json").toFile());
    return library.resolve(json.path("miniprogram").asText("miniprogram_dist"));
  }

  /**
   * Copies a library for mini programs as WeChat's tools build it.
   *
   * @param folder where it is put, as {@code miniprogram_npm/NAME}
   */
  public static void build(String name, Path folder) throws IOException {
    copyTree(miniProgram(name), folder.resolve("miniprogram_npm").resolve(name));
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        Files.createDirectories(target.getParent());
        Files.copy(path, target);
      }
    }
  }

  /** A file of a library, as text. */
  static String text(String name, String file) throws IOException {
    return Files.readString(library(name).resolve(file));
  }

  /**
   * What runs a script of the test resources beside {@code NodeModules} under Node, which finds
   * every library there.
   *
   * @param folder where the script is put
   */
  static List<String> command(Path folder, String script, String... arguments) throws IOException {
    Path node = OtherServer.program("node", "install it (package nodejs)");
    Path copy = folder.resolve(script);
    try (var in = NodeModules.class.getResourceAsStream(script)) {
      Files.copy(in, copy);
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                "/usr/bin/env",
                "NODE_PATH=" + System.getenv(VARIABLE),
                node.toString(),
                copy.toString()));
    command.addAll(List.of(arguments));
    return command;
  }
}
