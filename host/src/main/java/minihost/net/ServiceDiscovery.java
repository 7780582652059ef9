package minihost.net;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;
import minihost.config.Device;
import minihost.policy.Ask;
import minihost.policy.Gate.Permit;

/** One scan of the LAN for services of a type, by mDNS (sockets sheet 4.3). */
public final class ServiceDiscovery implements AutoCloseable {
  /** How long those who are there take to answer, at most: JmDNS asks three times in 0.7 s. */
  private static final int ROUND_S = 2;

  /** JmDNS waits that long for what it has asked for; it goes on asking all the same. */
  private static final long NO_WAIT_MS = 1;

  /**
   * A service as it says of itself.
   *
   * @param ip its first IPv4 address in the LAN, else its first
   * @param attributes of its TXT record; a key without a value has an empty one
   * @param near whether the address is in the LAN
   */
  public record Service(
      String name, String ip, int port, Map<String, byte[]> attributes, boolean near) {
    /** Addresses and attributes come in records of their own: there may be better ones. */
    public boolean isComplete() {
      return near && !attributes.isEmpty();
    }
  }

  /** Told of what happens, on threads of JmDNS or that of {@link #run}. */
  public interface Listener {
    /** The network has been asked. */
    void begun();

    /** Whoever was there has had time to answer. */
    void answered();

    /** A service has been heard of, by its instance name alone. */
    void heard(String name);

    /** Address, port and attributes of a service are known, perhaps anew. */
    void resolved(Service service);

    /** A service has said goodbye, or nothing for too long. */
    void gone(String name);
  }

  private final CountDownLatch over = new CountDownLatch(1);

  /**
   * Scans until {@link #close}. Blocks: call on a virtual thread.
   *
   * @param lan the device's place in its LAN: the scan stays on that interface
   * @throws IOException if no scan can be made
   */
  public void run(Permit<Ask.Discover> permit, Device.Lan lan, Listener listener)
      throws IOException {
    if (over.getCount() == 0) return;
    String type = permit.ask().serviceType() + "local.";
    try (SilentMdns dns = new SilentMdns(address(lan))) {
      dns.addServiceListener(type, new Told(dns, lan, listener));
      listener.begun();
      for (int second = 1; !over.await(1, TimeUnit.SECONDS); second++) {
        if (second == ROUND_S) listener.answered();
        dns.cleanCache(); // by itself JmDNS heeds goodbyes every 10 s
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static InetAddress address(Device.Lan lan) throws IOException {
    return LocalNetwork.addressIn(lan)
        .orElseThrow(() -> new IOException("no interface of this machine is in the LAN " + lan));
  }

  /** Ends the scan; returns at once. Any thread; idempotent. */
  @Override
  public void close() {
    over.countDown();
  }

  private final class Told implements ServiceListener {
    private final JmDNS dns;
    private final Device.Lan lan;
    private final Listener listener;

    Told(JmDNS dns, Device.Lan lan, Listener listener) {
      this.dns = dns;
      this.lan = lan;
      this.listener = listener;
    }

    @Override
    public void serviceAdded(ServiceEvent event) {
      if (over.getCount() == 0) return;
      listener.heard(event.getName());
      dns.requestServiceInfo(event.getType(), event.getName(), NO_WAIT_MS);
    }

    @Override
    public void serviceResolved(ServiceEvent event) {
      ServiceInfo info = event.getInfo();
      List<Inet4Address> all = List.of(info.getInet4Addresses());
      Optional<Inet4Address> near =
          all.stream().filter(ip -> LocalNetwork.isIn(ip, lan)).findFirst();
      near.or(() -> all.stream().findFirst())
          .map(ip -> service(event.getName(), ip, info, near.isPresent()))
          .ifPresent(listener::resolved);
    }

    @Override
    public void serviceRemoved(ServiceEvent event) {
      listener.gone(event.getName());
    }
  }

  private static Service service(String name, Inet4Address ip, ServiceInfo info, boolean near) {
    return new Service(
        name, ip.getHostAddress(), info.getPort(), TxtRecord.attributes(info.getTextBytes()), near);
  }
}
