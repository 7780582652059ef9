package minihost.wx;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import minihost.api.Args;
import minihost.api.Ordered;
import minihost.api.WxObject;
import minihost.net.Connectivity;
import minihost.net.Http;
import minihost.net.HttpDnsUse;
import minihost.net.OsError;
import minihost.net.TcpSocket;
import minihost.policy.Ask;
import minihost.policy.Gate;
import minihost.policy.Gate.Permit;
import minihost.policy.Rule;
import minihost.reason.Platform;
import minihost.reason.Reason;

/**
 * One TCPSocket. Hidden for 5 s it is closed, which no document says (sheet BG-9); methods come on
 * the JS thread, the peer's doings on threads of its own.
 */
final class OpenTcpSocket {
  private static final double DEFAULT_TIMEOUT_S = 2;

  /** What is still to be written when the program closes has so long. */
  private static final Duration LINGER = Duration.ofSeconds(5);

  private final Gate gate;
  private final Http http;
  private final Connectivity connectivity;
  private final Platform platform;
  private final TcpSocket socket;
  private final WxObject object;
  private Optional<Ask.Tcp> peer = Optional.empty(); // JS thread, as the next
  private boolean connected;
  private volatile boolean over; // written on the JS thread

  OpenTcpSocket(
      Gate gate,
      Http http,
      Connectivity connectivity,
      Platform platform,
      TcpSocket socket,
      WxObject object) {
    this.gate = gate;
    this.http = http;
    this.connectivity = connectivity;
    this.platform = platform;
    this.socket = socket;
    this.object = object;
  }

  void begin() {
    object.onMethod("connect", this::connect);
    object.onMethod("write", this::write);
    object.onMethod("close", args -> close());
    object.onMethod("bindWifi", args -> bindWifi());
    object.onInterrupt(this::interrupted);
    object.onEnd(socket::close);
    object.keepsOpen(false); // nothing comes of one that does not connect
  }

  private void tell(SocketError error) {
    object.log("error", error.event());
    object.emit("error", error.event());
  }

  private Object connect(Args args) {
    if (peer.isPresent()) {
      tell(SocketError.data("connect", "socket is connected or connecting"));
      return null;
    }
    Optional<String> address = SocketArgs.address(args);
    Optional<Integer> port = SocketArgs.port(args, 1);
    if (address.isEmpty()) tell(SocketError.address("connect", args.raw().get("address")));
    else if (port.isEmpty()) tell(SocketError.port("connect", args.raw().get("port")));
    else if (HttpDnsOptions.wanted(args) && args.optionalString("httpDNSServiceId").isEmpty())
      tell(SocketError.httpDnsService());
    else permit(new Ask.Tcp(address.get(), port.get())).ifPresent(permit -> open(permit, args));
    return null;
  }

  /** Empty when the program has been told why not. */
  private Optional<Permit<Ask.Tcp>> permit(Ask.Tcp ask) {
    try {
      gate.enter(object.id(), ask);
    } catch (Gate.Refused hidden) {
      tell(SocketError.noPermission("connect"));
      return Optional.empty();
    }
    try {
      Permit<Ask.Tcp> permit = gate.require(object.id(), ask);
      if (connectivity.isConnected()) return Optional.of(permit);
      tell(SocketError.of("connect", OsError.NETWORK_UNREACHABLE));
    } catch (Gate.Refused refused) {
      tell(SocketError.refused(ask));
    }
    return Optional.empty();
  }

  /** The only timeout that is given in seconds (sheet 3.1). */
  private void open(Permit<Ask.Tcp> permit, Args args) {
    peer = Optional.of(permit.ask());
    object.keepsOpen(true);
    HttpDnsUse names =
        HttpDnsOptions.wanted(args)
            ? http.tcpByHttpDns(permit, args.string("httpDNSServiceId"))
            : HttpDnsUse.none();
    names.lookUp().ifPresent(lookUp -> object.onEnd(lookUp::cancel));
    double seconds = args.number("timeout").filter(s -> s > 0).orElse(DEFAULT_TIMEOUT_S);
    Runnable answered = object.awaiting("connect");
    Runnable inTime =
        object.after(
            Duration.ofMillis(Math.round(Math.min(seconds, 86_400) * 1000)),
            () -> end(Optional.of(SocketError.of("connect", OsError.TIMED_OUT))));
    object.onEnd(answered);
    object.thread(
        () -> {
          try {
            socket.connect(permit, names);
          } catch (IOException e) {
            ended(Optional.of(SocketError.of("connect", e)));
            answered.run();
            return;
          }
          object.turn(
              () -> {
                inTime.run();
                connected(names);
              });
          answered.run();
          read();
        });
  }

  private void connected(HttpDnsUse names) {
    connected = true;
    object.log("connected", socket.remote());
    object.emit(
        "connect",
        Ordered.of(
            "useHttpDNS", names.used(),
            "exception", Map.of("reasons", HttpDnsOptions.reasons("connect", names, platform)),
            "localInfo", socket.local(),
            "remoteInfo", socket.remote()));
    object.thread(this::writeAll);
  }

  private void read() {
    Map<String, Object> local = socket.local();
    Map<String, Object> remote = socket.remote();
    try {
      socket.read(
          bytes -> {
            if (!over)
              object.stream(
                  "message",
                  Ordered.of("message", bytes, "localInfo", local, "remoteInfo", remote));
          });
      ended(Optional.empty());
    } catch (IOException e) {
      ended(Optional.of(SocketError.of("read", e)));
    }
  }

  private void writeAll() {
    try {
      socket.writeAll();
      object.turn(this::finished);
    } catch (IOException e) {
      if (over) object.turn(this::finished);
      else ended(Optional.of(SocketError.of("write", e)));
    }
  }

  private Object write(Args args) {
    Optional<byte[]> bytes = SocketArgs.bytes(args);
    if (!connected) tell(SocketError.notConnected("write"));
    else if (hidden()) tell(SocketError.noPermission("write"));
    else if (bytes.isEmpty())
      tell(SocketError.data("write", args.optionalString("fault").orElse("no data")));
    else if (!socket.write(bytes.get())) tell(SocketError.of("write", OsError.NO_BUFFER_SPACE));
    return null;
  }

  private boolean hidden() {
    try {
      gate.enter(object.id(), peer.orElseThrow());
      return false;
    } catch (Gate.Refused hidden) {
      return true;
    }
  }

  private Object close() {
    if (over) return null;
    over = true;
    if (!connected) {
      finished();
      return null;
    }
    object.onEnd(object.awaiting("close"));
    socket.finish();
    object.after(LINGER, this::finished);
    return null;
  }

  /** Only on Android, and there only for a network that the phone knows. */
  private Object bindWifi() {
    tell(
        platform == Platform.ANDROID
            ? SocketError.invalidBssid()
            : SocketError.bindWifiElsewhere());
    return null;
  }

  private void interrupted(Reason why) {
    if (why.code() == Rule.DESTROYED) object.end();
    else if (why.code() == Rule.BACKGROUND_5S) end(Optional.empty());
    else end(Optional.of(SocketError.of("read", OsError.NETWORK_UNREACHABLE)));
  }

  /** As {@link #end}, of what a thread has met: after all that it has told before. */
  private void ended(Optional<SocketError> error) {
    object.turn(() -> end(error));
  }

  /** The connection is over, by whosever doing: an error if there is one, then close. */
  private void end(Optional<SocketError> error) {
    if (over) return;
    over = true;
    error.ifPresent(this::tell);
    finished();
  }

  private void finished() {
    object.emit("close", Map.of());
    object.end();
  }
}
