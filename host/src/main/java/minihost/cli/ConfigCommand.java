package minihost.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import minihost.config.ConfigProblems;
import minihost.config.ConfigReport;
import minihost.config.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code minihost config}: every setting of a run and where it was written. */
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    description = "Prints every setting of a run, after all files and options.")
final class ConfigCommand implements Callable<Integer> {
  private final Io io;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DIR",
      description = "The mini program's folder; the current one when not given.")
  private Path folder = Path.of(".");

  @Option(names = "--origins", description = "Also print where each setting was written.")
  private boolean origins;

  @Option(names = "--json", description = "Print one line of JSON for each setting.")
  private boolean json;

  @Mixin private SettingsOptions overrides = new SettingsOptions();

  ConfigCommand(Io io) {
    this.io = io;
  }

  @Override
  public Integer call() throws ConfigProblems, IOException {
    Settings settings = overrides.load(folder, io);
    if (json) {
      for (ConfigReport.Line line : ConfigReport.of(settings)) io.out().println(json(line));
    } else {
      ConfigReport.text(settings, origins).forEach(line -> io.out().println(Visible.line(line)));
    }
    ProblemText problems = new ProblemText(io.palette());
    if (!settings.warnings().isEmpty()) io.err().println(problems.of(settings.warnings()));
    return ExitCodes.OK;
  }

  private static String json(ConfigReport.Line line) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
      out.writeStartObject();
      out.writeStringField("key", line.key());
      out.writeStringField("value", line.value());
      out.writeStringField("origin", line.origin().toString());
      out.writeEndObject();
    }
    return text.toString();
  }
}
