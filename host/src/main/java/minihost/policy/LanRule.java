package minihost.policy;

import java.util.Optional;
import java.util.OptionalInt;
import minihost.config.Device;
import minihost.policy.Decision.Finding;
import minihost.policy.Decision.Verdict;
import minihost.reason.Origin;
import minihost.reason.Reason;

/**
 * The LAN exception (sheet LAN-1 to LAN-4): an IPv4 literal in the device's own subnet, other than
 * the device itself, needs no domain list and no TLS, on any port.
 */
final class LanRule {
  private LanRule() {}

  /**
   * @param listed the domain list would admit the target anyway, so this rule has nothing to stop
   */
  static Finding judge(Target target, Optional<Device.Lan> lan, boolean listed) {
    String host = target.host();
    if (listed || !target.isIpLiteral() && !host.equals("localhost"))
      return Rulebook.pass(Rule.LAN_PEER, host + " is a name, not a LAN address");
    OptionalInt address = Ipv4.parse(host);
    if (address.isEmpty() || Ipv4.isLoopback(address.getAsInt()) && !isInLan(address, lan))
      return refuse(
          host, host + " is this device itself or no IPv4 address, so no LAN peer", lan.isPresent());
    if (lan.isEmpty()) return refuse(host, host + " is an IP address, and the device is in no LAN", false);
    if (host.equals(lan.get().ip()))
      return refuse(host, host + " is the device's own address", true);
    if (!isInLan(address, lan))
      return refuse(
          host,
          host + " is not in the device's subnet " + lan.get().ip() + "/" + lan.get().netmask(),
          true);
    String why = host + " is a peer in the device's subnet " + lan.get().ip() + "/" + lan.get().netmask();
    return new Finding(Verdict.ALLOW, new Reason(Rule.LAN_PEER, why, "", Origin.BUILT_IN));
  }

  private static boolean isInLan(OptionalInt address, Optional<Device.Lan> lan) {
    if (lan.isEmpty()) return false;
    int own = Ipv4.parse(lan.get().ip()).orElseThrow();
    int netmask = Ipv4.parse(lan.get().netmask()).orElseThrow();
    return Ipv4.sameSubnet(address.getAsInt(), own, netmask);
  }

  private static Finding refuse(String host, String why, boolean inLan) {
    String fix =
        inLan
            ? "use a name from the domain list, or a peer's address in the device's subnet"
            : "use a name from the domain list, or set device.lan in minihost.json";
    return Rulebook.stop(new Reason(Rule.LAN_PEER, host, why, fix, Origin.BUILT_IN));
  }
}
