package minihost.policy;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import minihost.config.Device;
import minihost.config.DomainKind;
import minihost.policy.Decision.Finding;
import minihost.policy.Decision.Verdict;
import minihost.reason.Origin;
import minihost.reason.Reason;

/**
 * The LAN exception (sheet LAN-1 to LAN-4): an IPv4 literal in the device's own subnet, other than
 * the device itself, needs no domain list and no TLS, on any port. Names are none of its business.
 * The addresses of the subnet itself and of all in it are peers to datagrams alone (sockets sheet
 * 6.2).
 */
final class LanRule {
  private static final String JOIN_A_LAN =
      "join a LAN: device.networkType wifi and device.lan in minihost.json";

  private static final String A_SERVER_HERE =
      "call a listed name and lead it to your server with hosts in minihost.json, or set"
          + " setting.urlCheck to false in project.config.json while you develop";

  private LanRule() {}

  static Finding judge(
      DomainKind list, Target target, Supplier<Optional<Device.Lan>> lanNow, int hop) {
    String host = target.host();
    boolean isName = !target.isIpLiteral();
    if (isName && !host.equals("localhost"))
      return Rulebook.pass(Rule.LAN_PEER, () -> host + " is a name, not a LAN address");
    Optional<Device.Lan> lan = lanNow.get();
    OptionalInt address = Ipv4.parse(host);
    if (isName || address.isPresent() && isLoopback(address.getAsInt(), lan))
      return refuse(target, hop, host + " is the device itself", A_SERVER_HERE);
    if (address.isEmpty())
      return refuse(target, hop, host + " is no dotted IPv4 address", lan.isPresent());
    if (lan.isEmpty())
      return refuse(target, hop, host + " is an IP address, and the device is in no LAN", false);
    String subnet = lan.get().ip() + "/" + lan.get().netmask();
    if (host.equals(lan.get().ip()))
      return refuse(target, hop, host + " is the device's own address", true);
    if (!isInLan(address.getAsInt(), lan.get()))
      return refuse(target, hop, host + " is not in the device's subnet " + subnet, true);
    if (list != DomainKind.UDP && isOfNobody(address.getAsInt(), lan.get()))
      return refuse(target, hop, host + " is no single device of the subnet " + subnet, true);
    String why = host + " is a peer in the device's subnet " + subnet;
    return new Finding(Verdict.ALLOW, new Reason(Rule.LAN_PEER, why, "", Origin.BUILT_IN));
  }

  /** A scan names no target: it needs a LAN, and nothing else. */
  static Finding judge(Ask.Discover scan, Supplier<Optional<Device.Lan>> lanNow) {
    Optional<Device.Lan> lan = lanNow.get();
    if (lan.isEmpty())
      return Rulebook.stop(
          new Reason(
              Rule.LAN_SCAN,
              "the device is in no LAN where " + scan.serviceType() + " could be",
              JOIN_A_LAN,
              Origin.BUILT_IN));
    String why = "the LAN of " + lan.get().ip() + " may be asked for its services";
    return new Finding(Verdict.ALLOW, new Reason(Rule.LAN_SCAN, why, "", Origin.BUILT_IN));
  }

  /** A device that is told to be in a loopback net has peers there: a LAN of tests. */
  private static boolean isLoopback(int address, Optional<Device.Lan> lan) {
    boolean lanOfLoopback =
        lan.map(Device.Lan::ip)
            .map(Ipv4::parse)
            .filter(own -> Ipv4.isLoopback(own.getAsInt()))
            .isPresent();
    return Ipv4.isLoopback(address) && !lanOfLoopback;
  }

  private static boolean isInLan(int address, Device.Lan lan) {
    int own = Ipv4.parse(lan.ip()).orElseThrow();
    int netmask = Ipv4.parse(lan.netmask()).orElseThrow();
    return Ipv4.sameSubnet(address, own, netmask);
  }

  /** The first and the last address of a subnet belong to no device; RFC 3021 excepts /31. */
  private static boolean isOfNobody(int address, Device.Lan lan) {
    int ofDevices = ~Ipv4.parse(lan.netmask()).orElseThrow();
    int device = address & ofDevices;
    return ofDevices > 1 && (device == 0 || device == ofDevices);
  }

  private static Finding refuse(Target target, int hop, String why, boolean inLan) {
    String fix =
        inLan
            ? "use a name from the domain list, or a peer's address in the device's subnet"
            : "use a name from the domain list, or " + JOIN_A_LAN;
    return refuse(target, hop, why, fix);
  }

  private static Finding refuse(Target target, int hop, String why, String fix) {
    return Rulebook.stop(
        new Reason(Rule.LAN_PEER.at(hop), target.host(), why, fix, Origin.BUILT_IN));
  }
}
