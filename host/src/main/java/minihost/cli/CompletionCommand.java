package minihost.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** {@code minihost completion}: a script for the shell. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = {
      "Prints a completion script for bash and zsh.",
      "To use it now: source <(minihost completion)"
    })
final class CompletionCommand implements Callable<Integer> {
  private final Io io;

  CompletionCommand(Io io) {
    this.io = io;
  }

  @Override
  public Integer call() {
    io.out().print(AutoComplete.bash("minihost", CommandLines.all(io)));
    return ExitCodes.OK;
  }
}
