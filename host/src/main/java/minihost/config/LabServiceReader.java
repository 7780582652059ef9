package minihost.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads {@code mdns} of a device in {@code lab.devices}; RFC 6763 says what may be announced. */
final class LabServiceReader {
  private static final String EXAMPLE =
      "{ \"type\": \"_http._tcp\", \"name\": \"Lamp\", \"port\": 9003 }";
  private static final List<String> KEYS = List.of("type", "name", "port", "attributes");

  private static final Pattern TYPE = Pattern.compile(LabService.TYPE);

  /** RFC 6763, 6.4. */
  private static final Pattern ATTRIBUTE = Pattern.compile("[ -~&&[^=]]+");

  private static final int MAX_NAME_BYTES = 63;
  private static final int MAX_PAIR_BYTES = 255;

  /** RFC 6763, 6.2: so that the answer fits into one datagram. */
  private static final int MAX_RECORD_BYTES = 1_300;

  private LabServiceReader() {}

  static Optional<LabService> read(Fields device) {
    Optional<Fields> written = device.object("mdns", EXAMPLE);
    if (written.isEmpty()) return Optional.empty();
    Fields mdns = written.get();
    mdns.refuseUnknown(KEYS);
    Optional<String> type =
        text(mdns, "type", "_http._tcp", "a type of service", t -> TYPE.matcher(t).matches());
    Optional<String> name =
        text(mdns, "name", "Lamp", "1 to 63 bytes of visible text", LabServiceReader::isName);
    Optional<Json> port = mdns.get("port");
    if (port.isEmpty()) missing(mdns, "port", "9003");
    int number = mdns.number("port", 1, LabDevicesReader.MAX_PORT, 9003).value();
    Map<String, String> attributes = attributes(mdns);
    if (type.isEmpty() || name.isEmpty() || port.isEmpty()) return Optional.empty();
    return Optional.of(new LabService(type.get(), name.get(), number, attributes));
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && bytes(name) <= MAX_NAME_BYTES
        && name.codePoints().noneMatch(Character::isISOControl);
  }

  private static Optional<String> text(
      Fields mdns, String key, String example, String expected, Predicate<String> good) {
    if (mdns.get(key).isEmpty()) missing(mdns, key, Fields.quote(example));
    Optional<Setting<String>> text = mdns.text(key, Fields.quote(example));
    if (text.isPresent() && !good.test(text.get().value())) {
      mdns.problems().wrongType(mdns.get(key).get(), expected, Fields.quote(example));
      return Optional.empty();
    }
    return text.map(Setting::value);
  }

  private static void missing(Fields mdns, String key, String example) {
    mdns.problems().problem(ConfigCode.MISSING_KEY, mdns.origin(), mdns.path(key), example);
  }

  private static Map<String, String> attributes(Fields mdns) {
    Fields attributes = mdns.object("attributes");
    Map<String, String> read = new LinkedHashMap<>();
    int all = 0;
    for (Map.Entry<String, Json> entry : attributes.members().entrySet()) {
      String key = entry.getKey();
      Optional<Setting<String>> value = attributes.text(key, "\"clay\"");
      if (value.isEmpty()) continue;
      int pair = bytes(key) + 1 + bytes(value.get().value());
      all += 1 + pair;
      if (!ATTRIBUTE.matcher(key).matches())
        wrong(attributes, entry.getValue(), "a key without =, in ASCII");
      else if (pair > MAX_PAIR_BYTES)
        wrong(attributes, entry.getValue(), "up to 255 bytes of key=value");
      else read.put(key, value.get().value());
    }
    if (all > MAX_RECORD_BYTES)
      attributes
          .problems()
          .problem(
              ConfigCode.OUT_OF_RANGE,
              attributes.origin(),
              attributes.origin().key(),
              "up to " + MAX_RECORD_BYTES + " bytes together",
              all + " bytes",
              "less");
    return Collections.unmodifiableMap(read);
  }

  private static void wrong(Fields attributes, Json value, String expected) {
    attributes.problems().wrongType(value, expected, "for example \"material\": \"clay\"");
  }

  private static int bytes(String text) {
    return text.getBytes(UTF_8).length;
  }
}
