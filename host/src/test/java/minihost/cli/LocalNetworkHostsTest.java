package minihost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The LAN rules between two hosts that are really two, by the phone's own interface and mask. */
@Timeout(120)
class LocalNetworkHostsTest {
  @TempDir Path folder;
  @TempDir Path peersFolder;

  private Namespaces hosts;
  private Process peer;

  @BeforeEach
  void join() throws Exception {
    hosts = Namespaces.make();
    peer = hosts.onPeer(said(), PeerDevice.class);
    while (!Files.readString(said()).startsWith("ready\n")) assertTrue(peer.isAlive());
  }

  @AfterEach
  void part() throws Exception {
    if (peer != null) peer.destroyForcibly().waitFor();
    if (hosts != null) hosts.close();
  }

  @Test // LAN-1, LAN-3, LAN-9
  void aRequestReachesThePeerAndNeitherThePhoneItselfNorAnotherSubnet() throws Exception {
    List<String> said =
        run(
            """
            const get = (host, then) => wx.request({
              url: 'http://' + host + ':8200/',
              success: ({ data }) => console.log('SAID', host, data),
              fail: ({ errMsg }) => console.log('SAID', host, errMsg),
              complete: then,
            })
            get('10.77.0.2', () => get('10.78.0.3', () => get('10.77.0.3')))
            """);
    String refused = "request:fail url not in domain list";
    assertEquals(
        List.of(
            Namespaces.PHONE + " " + refused,
            Namespaces.ELSEWHERE + " " + refused,
            Namespaces.PEER + " the lamp"),
        said);
    assertEquals(List.of("http from " + Namespaces.PHONE), reached());
  }

  /** What the program says after SAID, once it has ended. */
  private List<String> run(String onLoad) throws Exception {
    new Program(folder).onLoad(onLoad);
    Process run = hosts.onPhone(Main.class, "--no-repl", folder.toString());
    List<String> lines;
    try (Stream<String> out = run.inputReader(StandardCharsets.UTF_8).lines()) {
      lines = out.toList();
    }
    assertTrue(run.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, run.exitValue(), lines::toString);
    return lines.stream()
        .filter(line -> line.contains("SAID "))
        .map(line -> line.substring(line.indexOf("SAID ") + 5))
        .toList();
  }

  private Path said() {
    return peersFolder.resolve("said");
  }

  /** Every packet's arrival at the peer, in its own words. */
  private List<String> reached() throws Exception {
    peer.destroyForcibly().waitFor();
    return Files.readAllLines(said()).stream()
        .skip(1)
        .filter(line -> !line.contains("ended"))
        .toList();
  }
}
