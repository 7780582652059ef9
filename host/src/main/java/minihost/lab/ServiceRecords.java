package minihost.lab;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import minihost.config.LabService;
import okio.Buffer;
import okio.ByteString;

/**
 * What mDNS says of one service, each time all of it: PTR, SRV, TXT and A (RFC 6763, section 4; the
 * form is that of RFC 1035). Immutable.
 */
final class ServiceRecords {
  private static final String DOMAIN = "local";
  private static final int RESPONSE = 0x8400;
  private static final int QUESTION_HEAD = 12;
  private static final int IN = 1;

  /** IN, and: forget what else you have heard of it (RFC 6762, 10.2). */
  private static final int ALONE = 0x8001;

  private static final int A = 1;
  private static final int PTR = 12;
  private static final int TXT = 16;
  private static final int SRV = 33;

  /** In s, as RFC 6762, section 10, advises for records that name a host. */
  private static final int TTL = 120;

  private final InetAddress device;
  private final LabService service;
  private final List<String> type;
  private final List<String> instance;
  private final List<String> host;

  ServiceRecords(InetAddress device, LabService service) {
    this.device = device;
    this.service = service;
    String[] labels = service.type().split("\\.");
    type = List.of(labels[0], labels[1], DOMAIN);
    instance = List.of(service.name(), labels[0], labels[1], DOMAIN);
    host = List.of("lab-" + UUID.randomUUID(), DOMAIN);
  }

  /**
   * Whether a message asks for any of this. Names are looked for as bytes: an answer too many does
   * no harm.
   */
  boolean areAskedFor(byte[] message, int length) {
    if (length < QUESTION_HEAD || message[2] < 0) return false; // cut short, or itself an answer
    String text = new String(message, 0, length, ISO_8859_1).toLowerCase(Locale.ROOT);
    return text.contains(type.getFirst()) || text.contains(host.getFirst());
  }

  byte[] present() {
    return message(TTL);
  }

  byte[] gone() {
    return message(0);
  }

  private byte[] message(int ttl) {
    Buffer out = new Buffer().writeShort(0).writeShort(RESPONSE);
    for (int count : new int[] {0, 4, 0, 0}) out.writeShort(count);
    record(out, type, PTR, IN, ttl, name(instance));
    record(out, instance, SRV, ALONE, ttl, place());
    record(out, instance, TXT, ALONE, ttl, attributes());
    record(out, host, A, ALONE, ttl, ByteString.of(device.getAddress()));
    return out.readByteArray();
  }

  private static void record(
      Buffer out, List<String> name, int type, int inClass, int ttl, ByteString data) {
    out.write(name(name));
    out.writeShort(type).writeShort(inClass).writeInt(ttl).writeShort(data.size());
    out.write(data);
  }

  /** Priority, weight, port and host. */
  private ByteString place() {
    Buffer out = new Buffer().writeShort(0).writeShort(0).writeShort(service.port());
    return out.write(name(host)).readByteString();
  }

  private static ByteString name(List<String> labels) {
    Buffer out = new Buffer();
    for (String label : labels) out.write(label(label));
    return out.writeByte(0).readByteString();
  }

  /** A text with its length in bytes before it. */
  private static ByteString label(String text) {
    ByteString bytes = ByteString.encodeUtf8(text);
    return new Buffer().writeByte(bytes.size()).write(bytes).readByteString();
  }

  /** A service without any has one empty string (RFC 6763, 6.1). */
  private ByteString attributes() {
    Buffer out = new Buffer();
    service.attributes().forEach((key, value) -> out.write(label(key + "=" + value)));
    return (out.size() == 0 ? out.writeByte(0) : out).readByteString();
  }
}
