package minihost.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import minihost.jstest.MiniProgramTestEngine;
import picocli.CommandLine.Command;

/** {@code minihost types}: what tests see, in TypeScript. */
@Command(
    name = "types",
    mixinStandardHelpOptions = true,
    description = "Prints the types of a test's host, for editors: minihost types > minihost.d.ts")
final class TypesCommand implements Callable<Integer> {
  private final Io io;

  TypesCommand(Io io) {
    this.io = io;
  }

  @Override
  public Integer call() throws IOException {
    try (InputStream types = MiniProgramTestEngine.class.getResourceAsStream("minihost.d.ts")) {
      io.out().print(new String(types.readAllBytes(), StandardCharsets.UTF_8));
    }
    return ExitCodes.OK;
  }
}
