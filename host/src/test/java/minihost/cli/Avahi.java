package minihost.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Avahi daemon on the peer, without D-Bus, that announces what is in a folder of the test's.
 */
final class Avahi implements AutoCloseable {
  private static final Path DAEMON = Path.of("/usr/sbin/avahi-daemon");
  private static final String CONFIGURATION =
      """
      [server]
      host-name=lamp
      allow-interfaces=cable
      enable-dbus=no
      [wide-area]
      enable-wide-area=no
      [publish]
      add-service-cookie=no
      publish-hinfo=no
      publish-workstation=no
      """;

  private final Path folder;
  private final Path services;
  private final Path log;
  private Process daemon;

  /**
   * @param folder of its own; the daemon sees it where it looks for services, and nobody else does
   */
  Avahi(Path folder) throws IOException {
    this.folder = folder;
    services = Files.createDirectories(folder.resolve("services"));
    log = folder.resolve("avahi.log");
  }

  /** Where it is not installed, the test is not run, and says so. */
  static void require() {
    boolean can = Files.isExecutable(DAEMON);
    if (!can) System.out.println("Tests against Avahi are not run: there is no " + DAEMON);
    Assumptions.assumeTrue(can, "no avahi-daemon");
  }

  /** Returns when it announces. */
  void start(Namespaces hosts) throws Exception {
    Path configuration = Files.writeString(folder.resolve("avahi.conf"), CONFIGURATION);
    String script =
        """
        mount --bind '%s' /etc/avahi/services
        mount -t tmpfs tmpfs /run
        exec %s --no-drop-root --no-chroot --no-rlimits -f '%s'
        """
            .formatted(services, DAEMON, configuration);
    daemon = hosts.onPeer(log, "unshare", "-m", "bash", "-ec", script);
    while (!Files.readString(log).contains("Server startup complete")) {
      assertTrue(daemon.isAlive(), Files.readString(log));
      Thread.sleep(50);
    }
  }

  /** Before the start. */
  Avahi service(String name, String type, int port, String records) throws IOException {
    Files.writeString(
        services.resolve(name + ".service"),
        """
        <?xml version="1.0"?>
        <!DOCTYPE service-group SYSTEM "avahi-service.dtd">
        <service-group><name>%s</name><service>
        <type>%s</type><port>%d</port>%s
        </service></service-group>
        """
            .formatted(name, type, port, records));
    return this;
  }

  /** Says goodbye for one. */
  void withdraw(String name) throws Exception {
    Files.delete(services.resolve(name + ".service"));
    String pid = String.valueOf(daemon.pid());
    new ProcessBuilder("kill", "-HUP", pid).inheritIO().start().waitFor();
  }

  /** Says goodbye for all services. */
  @Override
  public void close() throws IOException {
    if (daemon == null) return;
    daemon.destroy();
    try {
      if (!daemon.waitFor(10, TimeUnit.SECONDS)) daemon.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
