package minihost.host;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Assumptions;

/** A server that is not ours, in a process of its own, with a certificate made for it. */
public final class OtherServer implements AutoCloseable {
  private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(30);

  /** PEM files in the server's folder. */
  static final String CA = "ca.pem";

  static final String CERTIFICATE = "server.pem";
  static final String KEY = "server.key";

  private final Process process;
  private final Path log;

  /**
   * @param folder where it runs; its output goes to {@code log} there
   * @param ports where it will listen; waits until it does
   */
  public OtherServer(Path folder, List<String> command, List<Integer> ports) throws IOException {
    log = folder.resolve("log");
    process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    for (int port : ports) await(port);
  }

  private void await(int port) throws IOException {
    long giveUp = System.nanoTime() + PATIENCE_NS;
    while (!listens(port)) {
      if (process.isAlive() && System.nanoTime() < giveUp) continue;
      String said = Files.readString(log);
      close();
      throw new IOException(process.info().command().orElse("the server") + " failed: " + said);
    }
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  /**
   * The path of a program of the machine. Without it the test is not run, and says so.
   *
   * @param how what to do to have it run
   */
  public static Path program(String name, String how) {
    Optional<Path> found =
        Stream.concat(
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator)),
                Stream.of("/usr/sbin", "/usr/local/sbin"))
            .map(folder -> Path.of(folder, name))
            .filter(Files::isExecutable)
            .findFirst();
    skipUnless(found.isPresent(), "there is no " + name + ": " + how);
    return found.orElseThrow();
  }

  /** Ends the test as not run, with a line that can be seen, unless what it needs is there. */
  static void skipUnless(boolean there, String why) {
    if (!there) System.out.println("Interop tests are not run: " + why);
    Assumptions.assumeTrue(there, why);
  }

  /** Makes an authority and a certificate for these names, as PEM files in the folder. */
  static void certify(Path folder, String... names) throws IOException {
    HeldCertificate ca =
        new HeldCertificate.Builder().commonName("interop CA").certificateAuthority(0).build();
    HeldCertificate.Builder server = new HeldCertificate.Builder().signedBy(ca);
    for (String name : names) server.addSubjectAlternativeName(name);
    HeldCertificate made = server.build();
    Files.writeString(folder.resolve(CA), ca.certificatePem());
    Files.writeString(folder.resolve(CERTIFICATE), made.certificatePem());
    Files.writeString(folder.resolve(KEY), made.privateKeyPkcs8Pem());
  }

  public static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0)) {
      return probe.getLocalPort();
    }
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      assertTrue(process.waitFor(30, TimeUnit.SECONDS), "the server did not end");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
