package minihost.wx;

import minihost.reason.Code;

/**
 * What is wrong with a call on a WebSocket, and what its error events say (sockets sheet 1.2 to
 * 1.8).
 */
enum SocketCode implements Code {
  /** By the task alone it says {@code SocketTask.send:fail}: see connect-socket.js. */
  NOT_OPEN("SocketTask.readyState is not OPEN"),
  NOT_CONNECTED("WebSocket is not connected"),
  UNKNOWN_DATA(":unknown data"),
  DATA_IS_NULL(":data is null"),
  CLOSE_CODE(":The code must be either 1000, or between 3000 and 4999"),
  /** WeChat's text is not known. */
  CLOSE_REASON("reason must not exceed 123 UTF-8 bytes"),
  NO_TASK(":taskID not exist"),
  UNREADABLE_URL("fail:url not well format"),
  CONNECT_TIMEOUT("connect response time out"),
  NETWORK_DOWN("network is down"),
  ABNORMAL_CLOSURE("abnormal closure"),
  INTERRUPTED("interrupted");

  private final String wording;

  SocketCode(String wording) {
    this.wording = wording;
  }

  @Override
  public String wording() {
    return wording;
  }

  /** The same in a sentence. */
  String why() {
    return switch (this) {
      case NOT_OPEN -> "the socket is not open, or 16 MiB wait to be sent on it";
      case NO_TASK -> "the socket has ended";
      default -> wording.startsWith(":") ? wording.substring(1) : wording;
    };
  }

  /** What the author of the call does about it. */
  String fix() {
    return switch (this) {
      case NOT_OPEN -> "send after onOpen and before onClose";
      case NOT_CONNECTED -> "call wx.connectSocket first, and wait for onSocketOpen";
      case UNKNOWN_DATA, DATA_IS_NULL ->
          "send a string or an ArrayBuffer; of a view, copy its part";
      case CLOSE_CODE -> "pass 1000, or a code of your own from 3000 to 4999";
      case CLOSE_REASON -> "write a shorter reason";
      case NO_TASK -> "close it once, before it has ended";
      default -> "";
    };
  }
}
