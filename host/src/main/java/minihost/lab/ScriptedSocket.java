package minihost.lab;

import minihost.lab.SocketScript.Message;
import minihost.lab.SocketScript.Trouble;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.Buffer;
import okio.ByteString;

/** The lab's end of one WebSocket: does what its script says. On the library's threads. */
final class ScriptedSocket extends WebSocketListener {
  private static final int NO_STATUS = 1005;
  private static final int NORMAL = 1000;
  private static final int LAST = 0x80;
  private static final int TEXT = 1;
  private static final int BINARY = 2;
  private static final int MORE = 0;
  private static final byte[] CLOSE_WITHOUT_CODE = {(byte) 0x88, 0};
  private static final byte[] PING = {(byte) 0x89, 0};
  private static final byte[] NO_FRAME = {(byte) 0xff, (byte) 0xff, (byte) 0xff};

  /** Lengths up to here are one byte of a frame's head, up to 65535 two more. */
  private static final int SHORT = 125;

  private static final int LONG = 0xffff;

  private final SocketScript script;
  private final LabSocket wire;

  ScriptedSocket(SocketScript script, LabSocket wire) {
    this.script = script;
    this.wire = wire;
  }

  @Override
  public void onOpen(WebSocket socket, Response response) {
    if (script.pings()) wire.write(PING);
    script.greetings().forEach(message -> send(socket, message));
    script.end().ifPresent(end -> socket.close(end.code(), end.reason()));
  }

  @Override
  public void onMessage(WebSocket socket, String text) {
    received(socket, new Message(true, ByteString.encodeUtf8(text)));
  }

  @Override
  public void onMessage(WebSocket socket, ByteString bytes) {
    received(socket, new Message(false, bytes));
  }

  private void received(WebSocket socket, Message message) {
    if (script.fault().isEmpty()) {
      if (script.echoes()) send(socket, message);
      return;
    }
    switch (script.fault().get()) {
      case DROP -> wire.hangUp();
      case RESET -> wire.reset();
      case NO_STATUS -> wire.write(CLOSE_WITHOUT_CODE);
      case BAD_FRAME -> wire.write(NO_FRAME);
      case FRAGMENTED -> wire.write(fragments(message));
      case DEAF -> send(socket, message);
    }
  }

  private static void send(WebSocket socket, Message message) {
    if (message.text()) socket.send(message.bytes().utf8());
    else socket.send(message.bytes());
  }

  private static byte[] fragments(Message message) {
    ByteString bytes = message.bytes();
    int third = bytes.size() / 3;
    Buffer out = new Buffer();
    frame(out, message.text() ? TEXT : BINARY, bytes.substring(0, third));
    frame(out, MORE, bytes.substring(third, 2 * third));
    frame(out, LAST, bytes.substring(2 * third));
    return out.readByteArray();
  }

  private static void frame(Buffer out, int head, ByteString part) {
    out.writeByte(head);
    if (part.size() <= SHORT) out.writeByte(part.size());
    else if (part.size() <= LONG) out.writeByte(126).writeShort(part.size());
    else out.writeByte(127).writeLong(part.size());
    out.write(part);
  }

  @Override
  public void onClosing(WebSocket socket, int code, String reason) {
    if (script.fault().filter(f -> f == Trouble.DEAF).isPresent()) return;
    socket.close(code == NO_STATUS ? NORMAL : code, reason);
  }
}
