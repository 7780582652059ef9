package minihost.wx;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import minihost.api.Args;
import minihost.api.Ordered;
import minihost.api.WxObject;
import minihost.net.Connectivity;
import minihost.net.OsError;
import minihost.net.UdpSocket;
import minihost.policy.Ask;
import minihost.policy.Gate;
import minihost.policy.Gate.Permit;
import minihost.policy.Rule;

/**
 * One UDPSocket. Hidden for 5 s it stays bound and what arrives waits; the program's end closes it
 * (sockets sheet 2.4).
 */
final class OpenUdpSocket {
  private static final int FAILED = -1;
  private static final String BROADCAST = "255.255.255.255";

  private final Gate gate;
  private final Connectivity connectivity;
  private final UdpSocket socket;
  private final WxObject object;
  private boolean bound;
  private volatile boolean closed;

  OpenUdpSocket(Gate gate, Connectivity connectivity, UdpSocket socket, WxObject object) {
    this.gate = gate;
    this.connectivity = connectivity;
    this.socket = socket;
    this.object = object;
  }

  /** JS thread, as all but the two threads it starts. */
  void begin() {
    object.onMethod("bind", this::bind);
    object.onMethod("setTTL", this::setTtl);
    object.onMethod("connect", this::connect);
    object.onMethod("send", args -> send("send", args));
    object.onMethod("write", args -> send("write", args));
    object.onMethod("close", args -> close());
    object.onInterrupt(
        why -> {
          if (why.code() == Rule.DESTROYED) object.end();
        });
    object.onEnd(socket::close);
    object.keepsOpen(false); // nothing comes of one that is not bound
    object.thread(this::sendAll);
  }

  /** A socket is bound once: by this, or by the first datagram it sends, as in any system. */
  private Object bind(Args args) {
    Optional<Integer> port =
        args.raw().containsKey("port") ? SocketArgs.port(args, 0) : Optional.of(0);
    if (port.isEmpty()) return failed(SocketError.port("bind", args.raw().get("port")));
    if (bound) return failed(SocketError.of("bind", OsError.INVALID_ARGUMENT));
    try {
      int actual = socket.bind(port.get());
      bound();
      object.log("bound", Map.of("port", actual));
      object.emit("listening", Map.of());
      object.thread(this::receive);
      return actual;
    } catch (IOException e) {
      return failed(SocketError.of("bind", e));
    }
  }

  private void bound() {
    bound = true;
    object.keepsOpen(true);
  }

  private int failed(SocketError error) {
    tell(error);
    return FAILED;
  }

  private void tell(SocketError error) {
    object.log("error", error.event());
    object.emit("error", error.event());
  }

  private Object setTtl(Args args) {
    Optional<Double> ttl = args.number("ttl");
    if (ttl.filter(Double::isFinite).isEmpty()) {
      tell(SocketError.ttl());
      return null;
    }
    try {
      if (ttl.get() < 0 || ttl.get() > 255) throw new IOException("Invalid argument");
      socket.setTtl(ttl.get().intValue());
    } catch (IOException e) {
      tell(SocketError.of("set ttl", e));
    }
    return null;
  }

  /** It changes nothing: {@code write} must be told address and port all the same (sheet 2.1). */
  private Object connect(Args args) {
    ask("connect", args);
    return null;
  }

  private Object send(String call, Args args) {
    Optional<Permit<Ask.Udp>> permit = ask(call, args);
    if (permit.isEmpty()) return null;
    Optional<byte[]> message = SocketArgs.bytes(args);
    if (message.isEmpty()) {
      tell(SocketError.data(call, args.optionalString("fault").orElse("no message")));
    } else if (!connectivity.isConnected()) {
      tell(SocketError.of(call, OsError.NETWORK_UNREACHABLE));
    } else {
      send(call, permit.get(), message.get(), args.flag("setBroadcast", false));
    }
    return null;
  }

  private void send(String call, Permit<Ask.Udp> to, byte[] message, boolean broadcast) {
    try {
      if (!bound) socket.bind(0);
      bound();
    } catch (IOException e) {
      tell(SocketError.of(call, e));
      return;
    }
    if (!socket.send(to, message, broadcast || to.ask().address().equals(BROADCAST)))
      tell(SocketError.of(call, OsError.NO_BUFFER_SPACE));
  }

  /** Empty when the program has been told why not. */
  private Optional<Permit<Ask.Udp>> ask(String call, Args args) {
    Optional<String> address = SocketArgs.address(args);
    Optional<Integer> port = SocketArgs.port(args, 1);
    if (address.isEmpty() || port.isEmpty()) {
      tell(
          address.isEmpty()
              ? SocketError.address(call, args.raw().get("address"))
              : SocketError.port(call, args.raw().get("port")));
      return Optional.empty();
    }
    Ask.Udp ask = new Ask.Udp(address.get(), port.get());
    try {
      gate.enter(object.id(), ask);
    } catch (Gate.Refused hidden) {
      tell(SocketError.noPermission(call));
      return Optional.empty();
    }
    try {
      return Optional.of(gate.require(object.id(), ask));
    } catch (Gate.Refused refused) {
      tell(SocketError.address(call, ask.address()));
      return Optional.empty();
    }
  }

  private Object close() {
    closed = true;
    object.keepsOpen(true); // until its close is told
    socket.finish();
    return null;
  }

  private void sendAll() {
    try {
      socket.sendAll(e -> tell(SocketError.of("send", e)));
    } finally {
      object.emit("close", Map.of());
      object.end();
    }
  }

  private void receive() {
    try {
      socket.receive(
          (message, remote, local) -> {
            if (!closed)
              object.stream(
                  "message",
                  Ordered.of("message", message, "remoteInfo", remote, "localInfo", local));
          });
    } catch (IOException e) {
      tell(SocketError.of("read", e));
    }
  }
}
