package minihost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A phone that runs a mini program, its peer, and an ear on the phone's wire. */
final class TwoHosts implements AutoCloseable {
  /** A port that none listens on and no program names: what is sent there, is heard last. */
  private static final String MARK = "udp " + Namespaces.PEER + ":9";

  private final Path folder;
  private final Namespaces hosts;
  private final List<Process> running = new ArrayList<>();

  TwoHosts(Path folder) throws Exception {
    this.folder = Files.createDirectories(folder.resolve("program"));
    hosts = Namespaces.make();
    try {
      running.add(hosts.onPeer(said("peer"), PeerDevice.class));
      running.add(hosts.onPhone(said("phone"), PeerDevice.class));
      running.add(hosts.onPhone(said("wire"), Wire.class, Namespaces.PEER, Namespaces.ELSEWHERE));
      for (String name : List.of("peer", "phone", "wire")) await(name, "ready");
    } catch (IOException | AssertionError e) {
      close();
      throw e;
    }
  }

  Namespaces namespaces() {
    return hosts;
  }

  private Path said(String name) {
    return folder.resolveSibling(name);
  }

  private void await(String name, String line) throws IOException {
    while (!Files.readAllLines(said(name)).contains(line))
      for (Process process : running) assertTrue(process.isAlive());
  }

  /** Begins a program whose first page does this when it is loaded. */
  Process begin(String onLoad) throws IOException {
    new Program(folder).onLoad(onLoad);
    Process run = hosts.onPhone(said("run"), Main.class, "--no-repl", folder.toString());
    running.add(run);
    return run;
  }

  /** What the program says after SAID, once it has ended. */
  List<String> run(String onLoad) throws Exception {
    awaitEnd(begin(onLoad));
    return said();
  }

  void awaitEnd(Process run) throws InterruptedException {
    boolean ended = run.waitFor(60, TimeUnit.SECONDS);
    running.remove(run.destroyForcibly());
    assertTrue(ended, said()::toString);
    assertEquals(0, run.exitValue(), said()::toString);
  }

  void awaitSaid(Process run, int lines) throws InterruptedException {
    while (said().size() < lines) {
      assertTrue(run.isAlive(), said()::toString);
      Thread.sleep(50);
    }
  }

  /** What the program has said so far after SAID. */
  List<String> said() {
    try (Stream<String> lines = Files.lines(said("run"))) {
      return lines.filter(line -> line.contains("SAID ")).map(TwoHosts::afterSaid).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String afterSaid(String line) {
    return line.substring(line.indexOf("SAID ") + 5);
  }

  /** Where the phone has sent anything to: protocol, address, port. */
  List<String> sent() throws Exception {
    hosts.sendFromPhone(Namespaces.PEER, 9);
    await("wire", MARK);
    return lines("wire").stream().filter(line -> !line.equals(MARK)).sorted().toList();
  }

  /** Every connection and datagram that has arrived at the peer, in its own words. */
  List<String> reached() throws Exception {
    return lines("peer");
  }

  private List<String> lines(String name) throws IOException {
    return Files.readAllLines(said(name)).stream().filter(line -> !line.equals("ready")).toList();
  }

  @Override
  public void close() throws IOException {
    for (Process process : running) process.destroyForcibly().onExit().join();
    hosts.close();
  }
}
