package minihost.host;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/** An answer by mDNS, record by record: what no announcer of good manners says. */
final class MdnsAnswer {
  private static final int A = 1;
  private static final int PTR = 12;
  private static final int TXT = 16;
  private static final int AAAA = 28;
  private static final int SRV = 33;

  private final ByteArrayOutputStream records = new ByteArrayOutputStream();
  private final String type;
  private int count;

  /**
   * @param type of the services: {@code _http._tcp.}
   */
  MdnsAnswer(String type) {
    this.type = type + "local";
  }

  /** There is an instance. */
  MdnsAnswer instance(String instance) {
    return record(type, PTR, name(instance + "." + type));
  }

  MdnsAnswer server(String instance, int port, String host) {
    byte[] name = name(host);
    ByteBuffer data = ByteBuffer.allocate(6 + name.length);
    data.putInt(0).putShort((short) port).put(name);
    return record(instance + "." + type, SRV, data.array());
  }

  MdnsAnswer text(String instance, String pair) {
    return record(instance + "." + type, TXT, label(pair));
  }

  MdnsAnswer address(String host, String ip) {
    byte[] address = InetAddress.ofLiteral(ip).getAddress();
    return record(host, address.length == 4 ? A : AAAA, address);
  }

  private MdnsAnswer record(String owner, int what, byte[] data) {
    ByteBuffer head = ByteBuffer.allocate(10);
    head.putShort((short) what).putShort((short) 1).putInt(120).putShort((short) data.length);
    records.writeBytes(name(owner));
    records.writeBytes(head.array());
    records.writeBytes(data);
    count++;
    return this;
  }

  private static byte[] name(String dotted) {
    ByteArrayOutputStream name = new ByteArrayOutputStream();
    for (String label : dotted.split("\\.")) name.writeBytes(label(label));
    name.write(0);
    return name.toByteArray();
  }

  private static byte[] label(String text) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    return ByteBuffer.allocate(1 + bytes.length).put((byte) bytes.length).put(bytes).array();
  }

  byte[] packet() {
    ByteBuffer packet = ByteBuffer.allocate(12 + records.size());
    packet.putShort((short) 0).putShort((short) 0x8400).putShort((short) 0);
    packet.putShort((short) count).putInt(0);
    return packet.put(records.toByteArray()).array();
  }
}
