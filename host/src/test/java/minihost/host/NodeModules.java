package minihost.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Node and its libraries, where the machine has them and the environment names their folder. */
final class NodeModules {
  private static final String VARIABLE = "INTEROP_NODE_MODULES";

  private NodeModules() {}

  /** The folder of a library; without it the test is not run, and says so. */
  static Path library(String name) {
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
