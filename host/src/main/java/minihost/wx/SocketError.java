package minihost.wx;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import minihost.net.OsError;
import minihost.policy.Ask;

/**
 * The error events of UDPSocket and TCPSocket (sockets sheet 2.3, 3.4). Numbers are documented but
 * for -4; of the texts "no permission" and "connect fail: invalid address" have been seen, the rest
 * is in their manner.
 *
 * @param errNum the system's number of the error; 0 for none
 */
record SocketError(int errCode, String errMsg, int errNum) {
  private static final int SOCKET_CALL = -2;
  private static final int NO_PERMISSION = -3;
  private static final int OTHER_CHECK = -4;
  private static final int INVALID_ADDRESS = 1;
  private static final int INVALID_PORT = 2;
  private static final int INVALID_BSSID = 3;
  private static final int ANDROID_ONLY = 5;

  private SocketError(int errCode, String errMsg) {
    this(errCode, errMsg, 0);
  }

  /**
   * @param call {@code bind}, {@code send}, {@code write}, {@code connect} or {@code read}
   */
  static SocketError of(String call, OsError error) {
    return new SocketError(SOCKET_CALL, call + " socket fail: " + error.text(), error.errno());
  }

  static SocketError of(String call, IOException e) {
    return of(call, OsError.of(e));
  }

  static SocketError notConnected(String call) {
    return new SocketError(
        SOCKET_CALL, call + " socket fail: socket not connected", OsError.NOT_CONNECTED.errno());
  }

  /** In background (sockets sheet 2.3, 3.3). */
  static SocketError noPermission(String call) {
    String subject = call.equals("connect") ? "connect" : call + " socket";
    return new SocketError(NO_PERMISSION, subject + " fail: no permission");
  }

  /**
   * @param given what was given for an address; null for none
   */
  static SocketError address(String call, Object given) {
    String address = given == null ? "undefined" : given.toString();
    return new SocketError(INVALID_ADDRESS, call + " fail: invalid address " + address);
  }

  /**
   * @param given what was given for a port; null for none
   */
  static SocketError port(String call, Object given) {
    String port =
        given instanceof Double d && d == Math.rint(d)
            ? String.valueOf(d.longValue())
            : given == null ? "undefined" : given.toString();
    return new SocketError(INVALID_PORT, call + " fail: invalid port " + port);
  }

  /** What the rules refuse to a TCPSocket, for its host as for its port (sheet 3.3). */
  static SocketError refused(Ask.Tcp ask) {
    return new SocketError(
        OTHER_CHECK, "connect fail: invalid address " + ask.address() + ":" + ask.port());
  }

  static SocketError httpDnsService() {
    return new SocketError(OTHER_CHECK, "connect fail: invalid httpDNSServiceId");
  }

  static SocketError ttl() {
    return new SocketError(OTHER_CHECK, "set ttl fail: ttl must be a number.");
  }

  static SocketError invalidBssid() {
    return new SocketError(INVALID_BSSID, "bindWifi fail: Invalid BSSID");
  }

  static SocketError bindWifiElsewhere() {
    return new SocketError(ANDROID_ONLY, "bindWifi fail: unsupport method on this platform");
  }

  static SocketError data(String call, String why) {
    return new SocketError(SOCKET_CALL, call + " fail: " + why);
  }

  Map<String, Object> event() {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("errMsg", errMsg);
    event.put("errCode", errCode);
    if (errNum != 0) event.put("errNum", errNum);
    return event;
  }
}
