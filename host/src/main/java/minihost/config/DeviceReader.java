package minihost.config;

import java.util.Optional;

/** Reads {@code device} of minihost.json. */
final class DeviceReader {
  private static final String LAN_EXAMPLE =
      "{ \"ip\": \"192.168.1.20\", \"netmask\": \"255.255.255.0\" }";

  private DeviceReader() {}

  static Device read(Fields device) {
    device.refuseUnknown(Keys.in("device"));
    return new Device(
        device.word("networkType", Device.NetworkType.WIFI),
        lan(device),
        proxy(device),
        device.word("weakNetwork", Device.WeakNetwork.AUTO));
  }

  private static Optional<Setting<Device.Lan>> lan(Fields device) {
    if (device.get("lan").orElse(null) instanceof Json.Null) return Optional.empty();
    return device.object("lan", LAN_EXAMPLE).flatMap(DeviceReader::address);
  }

  private static Optional<Setting<Device.Lan>> address(Fields lan) {
    lan.refuseUnknown(Keys.in("device.lan"));
    Optional<String> ip = part(lan, "ip", "\"192.168.1.20\"");
    Optional<String> netmask = part(lan, "netmask", "\"255.255.255.0\"");
    boolean goodIp = ip.isPresent() && isDevice(ip.get());
    boolean goodMask = netmask.isPresent() && isNetmask(netmask.get());
    if (ip.isPresent() && !goodIp) bad(ConfigCode.BAD_IP, lan, "ip");
    if (netmask.isPresent() && !goodMask) bad(ConfigCode.BAD_NETMASK, lan, "netmask");
    if (!goodIp || !goodMask) return Optional.empty();
    return Optional.of(new Setting<>(new Device.Lan(ip.get(), netmask.get()), lan.origin()));
  }

  private static Optional<String> part(Fields lan, String key, String example) {
    if (lan.get(key).isEmpty())
      lan.problems()
          .problem(ConfigCode.MISSING_KEY, lan.origin(), lan.path(key), key + ": " + example);
    return lan.text(key, example).map(Setting::value);
  }

  private static void bad(ConfigCode code, Fields section, String key) {
    Json value = section.get(key).orElseThrow();
    section.problems().problem(code, value.origin(), value.origin().key(), value.shown());
  }

  /** A unicast address; also a loopback one, whose net is then the LAN of a run on one machine. */
  private static boolean isDevice(String ip) {
    return HostNames.ipv4(ip).filter(b -> b[0] > 0 && b[0] < 224).isPresent();
  }

  /** Ones, then zeros; at least one one. */
  private static boolean isNetmask(String mask) {
    return HostNames.ipv4(mask)
        .map(b -> b[0] << 24 | b[1] << 16 | b[2] << 8 | b[3])
        .filter(bits -> bits != 0 && Integer.bitCount(bits) == Integer.numberOfLeadingZeros(~bits))
        .isPresent();
  }

  private static Optional<Setting<HostAndPort>> proxy(Fields device) {
    if (device.get("systemProxy").orElse(null) instanceof Json.Null) return Optional.empty();
    Optional<Setting<String>> text = device.text("systemProxy", "\"127.0.0.1:8888\"");
    if (text.isEmpty()) return Optional.empty();
    Optional<HostAndPort> proxy = HostAndPort.withPort(text.get().value());
    if (proxy.isEmpty()) bad(ConfigCode.BAD_PROXY, device, "systemProxy");
    return proxy.map(p -> new Setting<>(p, text.get().origin()));
  }
}
