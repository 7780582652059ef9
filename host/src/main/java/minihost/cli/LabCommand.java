package minihost.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import minihost.config.ConfigProblems;
import minihost.config.HostMapping;
import minihost.config.Settings;
import minihost.lab.Lab;
import minihost.lab.LabEvent;
import minihost.lab.LabProxy;
import minihost.reason.Reason;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code minihost lab}: a mini program's backend by itself, until ^C. */
@Command(
    name = "lab",
    mixinStandardHelpOptions = true,
    description = "Runs the backend that a mini program's minihost.json declares, until ^C.")
final class LabCommand implements Callable<Integer> {
  private final Io io;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DIR",
      description = "The mini program's folder; the current one when not given.")
  private Path folder = Path.of(".");

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "Write the certificate authority to this file (PEM), for curl --cacert.")
  private Path ca;

  @Mixin private SettingsOptions overrides = new SettingsOptions();

  LabCommand(Io io) {
    this.io = io;
  }

  @Override
  public Integer call() throws ConfigProblems, IOException, InterruptedException {
    Settings settings = overrides.load(folder, io);
    if (settings.lab().isEmpty()) {
      io.err().println("minihost: " + settings.folder() + " declares no lab");
      io.err().println("    fix  write lab.origins and lab.routes in minihost.json");
      return ExitCodes.USAGE;
    }
    Consumer<String> out = TextScreen.lines(io.out());
    try (Lab lab = Lab.start(settings.lab(), settings.folder(), e -> tell(e, out))) {
      if (ca != null) Files.writeString(ca, lab.authorityPem());
      for (HostMapping mapping : lab.hosts()) out.accept(text(mapping));
      if (settings.lab().hasProxy()) out.accept("proxy  " + text(lab.proxy()));
      if (ca != null) out.accept("CA  " + ca);
      out.accept("^C ends it");
      new CountDownLatch(1).await();
      return ExitCodes.OK;
    }
  }

  private static String text(HostMapping mapping) {
    String port = mapping.port() == HostMapping.ANY_PORT ? "" : ":" + mapping.port();
    String target = mapping.targetHost() + ":" + mapping.targetPort();
    return mapping.host()
        + port
        + (mapping.targetHost().isEmpty() ? " cannot be found" : " -> " + target);
  }

  private static String text(LabProxy proxy) {
    return proxy.address().getHostString() + ":" + proxy.address().getPort();
  }

  private String text(Reason reason) {
    return String.join("\n", new ProblemText(io.palette()).lines(reason));
  }

  private void tell(LabEvent event, Consumer<String> out) {
    out.accept(
        switch (event) {
          case LabEvent.Served served ->
              Visible.line(
                  served.request().method()
                      + " "
                      + served.request().url()
                      + "  "
                      + served.outcome());
          case LabEvent.Failed failed -> text(failed.reason());
          case LabEvent.Unheard unheard -> text(unheard.reason());
          case LabEvent.Printed printed -> Visible.text(printed.text());
        });
  }
}
