package minihost.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code lab.devices} of minihost.json. */
final class LabDevicesReader {
  static final int MAX_PORT = 65_535;
  private static final int LOOPBACK = 127;
  private static final String DEVICE = "{ \"address\": \"127.0.0.2\", \"udpEcho\": 9001 }";
  private static final List<String> KEYS = List.of("address", "udpEcho", "tcpEcho", "http", "mdns");

  private LabDevicesReader() {}

  static List<Setting<LabDevice>> read(Fields lab) {
    List<Setting<LabDevice>> devices = new ArrayList<>();
    Optional<Json.Arr> array = lab.array("devices", "[" + DEVICE + "]");
    if (array.isEmpty()) return devices;
    for (Json item : array.get().items())
      if (item instanceof Json.Obj device)
        device(new Fields(device, lab.problems())).ifPresent(devices::add);
      else lab.problems().wrongType(item, "an object", DEVICE);
    return List.copyOf(devices);
  }

  private static Optional<Setting<LabDevice>> device(Fields device) {
    device.refuseUnknown(KEYS);
    int udp = port(device, "udpEcho");
    int tcp = port(device, "tcpEcho");
    int http = port(device, "http");
    Optional<LabService> mdns = LabServiceReader.read(device);
    return address(device)
        .map(a -> new Setting<>(new LabDevice(a, udp, tcp, http, mdns), device.origin()));
  }

  private static int port(Fields device, String service) {
    boolean absent = device.get(service).isEmpty();
    return absent ? LabDevice.NONE : device.number(service, 1, MAX_PORT, 9001).value();
  }

  private static Optional<String> address(Fields device) {
    Optional<Setting<String>> written = device.text("address", "\"127.0.0.2\"");
    boolean loopback =
        written
            .flatMap(w -> HostNames.ipv4(w.value()))
            .filter(bytes -> bytes[0] == LOOPBACK)
            .isPresent();
    if (loopback) return written.map(Setting::value);
    device
        .problems()
        .problem(
            ConfigCode.NOT_LOOPBACK,
            written.map(Setting::origin).orElse(device.origin()),
            device.path("address"),
            written.map(w -> Fields.quote(w.value())).orElse("absent"));
    return Optional.empty();
  }
}
