package minihost.config;

import java.util.Map;

/**
 * A service that a device of the lab announces by mDNS.
 *
 * @param type as {@code _http._tcp}, in lower case
 * @param name of the instance, 1 to 63 bytes of UTF-8
 * @param port 1 to 65535
 * @param attributes of its TXT record, in the order written
 */
public record LabService(String type, String name, int port, Map<String, String> attributes) {
  /** A type of service as {@code wx.startLocalServiceDiscovery} takes it: a regular expression. */
  public static final String TYPE = "_[a-z0-9_-]{1,15}\\._(?:tcp|udp)";

  @Override
  public String toString() {
    return '"' + name + "\" " + type + " " + port + (attributes.isEmpty() ? "" : " " + attributes);
  }
}
