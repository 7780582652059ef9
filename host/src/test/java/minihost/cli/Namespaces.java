package minihost.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * Two hosts on one cable: network namespaces of Linux, joined by a pair of virtual interfaces. The
 * phone is {@value #PHONE}; its peer is {@value #PEER}, and {@value #ELSEWHERE} in another subnet,
 * to which the phone has a route.
 */
final class Namespaces implements AutoCloseable {
  static final String PHONE = "10.77.0.2";
  static final String PEER = "10.77.0.3";
  static final String ELSEWHERE = "10.78.0.3";

  private final String phone = "minihost-phone-" + ProcessHandle.current().pid();
  private final String peer = "minihost-peer-" + ProcessHandle.current().pid();

  private Namespaces() {}

  /** Where the machine or the user cannot have them, the test is not run, and says so. */
  static Namespaces make() throws IOException, InterruptedException {
    boolean can =
        System.getProperty("user.name").equals("root")
            && List.of("/usr/sbin/ip", "/sbin/ip").stream()
                .anyMatch(ip -> Files.isExecutable(Path.of(ip)));
    if (!can) System.out.println("Tests in network namespaces are not run: they need root and ip");
    Assumptions.assumeTrue(can, "no network namespaces");
    Namespaces made = new Namespaces();
    try {
      made.join();
    } catch (IOException e) {
      made.close();
      System.out.println("Tests in network namespaces are not run: " + e.getMessage());
      Assumptions.abort(e.getMessage());
    }
    return made;
  }

  private void join() throws IOException, InterruptedException {
    ip("netns", "add", phone);
    ip("netns", "add", peer);
    ip(
        "link", "add", "cable", "netns", phone, "type", "veth", "peer", "name", "cable", "netns",
        peer);
    ip("-n", phone, "addr", "add", PHONE + "/24", "dev", "cable");
    ip("-n", peer, "addr", "add", PEER + "/24", "dev", "cable");
    ip("-n", peer, "addr", "add", ELSEWHERE + "/24", "dev", "cable");
    for (String namespace : List.of(phone, peer)) {
      ip("-n", namespace, "link", "set", "lo", "up");
      ip("-n", namespace, "link", "set", "cable", "up");
    }
    ip("-n", phone, "route", "add", "default", "via", PEER);
  }

  private static void ip(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("ip"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0)
      throw new IOException(String.join(" ", command) + ": " + said.strip());
  }

  /** Runs a main class of this class path on the phone. */
  Process onPhone(Class<?> main, String... arguments) throws IOException {
    return java(phone, main, arguments).start();
  }

  /** The same; what it prints goes to a file. */
  Process onPhone(Path output, Class<?> main, String... arguments) throws IOException {
    return java(phone, main, arguments).redirectOutput(output.toFile()).start();
  }

  /** Sends a datagram, with nothing of ours. */
  void sendFromPhone(String address, int port) throws IOException, InterruptedException {
    String send = "echo >/dev/udp/" + address + "/" + port;
    ip("netns", "exec", phone, "bash", "-c", send);
  }

  /** Runs a main class of this class path on the peer; what it prints goes to a file. */
  Process onPeer(Path output, Class<?> main, String... arguments) throws IOException {
    return java(peer, main, arguments).redirectOutput(output.toFile()).start();
  }

  /** Runs any command on the peer; what it says goes to a file. */
  Process onPeer(Path output, String... command) throws IOException {
    return in(peer, command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
  }

  private static ProcessBuilder in(String namespace, String... command) {
    List<String> all = new ArrayList<>(List.of("ip", "netns", "exec", namespace));
    all.addAll(List.of(command));
    return new ProcessBuilder(all);
  }

  private static ProcessBuilder java(String namespace, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return in(namespace, command.toArray(String[]::new))
        .redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  @Override
  public void close() throws IOException {
    for (String namespace : List.of(phone, peer))
      new ProcessBuilder("ip", "netns", "del", namespace)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .onExit()
          .join();
  }
}
