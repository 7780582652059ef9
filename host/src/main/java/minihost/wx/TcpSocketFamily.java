package minihost.wx;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import minihost.api.Args;
import minihost.api.Shape;
import minihost.api.WxFailure;
import minihost.api.WxFamily;
import minihost.api.WxFunction;
import minihost.api.WxObject;
import minihost.net.Addresses;
import minihost.net.Connectivity;
import minihost.net.Http;
import minihost.net.TcpSocket;
import minihost.policy.Gate;
import minihost.reason.Code;
import minihost.reason.Platform;

/** {@code wx.createTCPSocket} and its TCPSocket (sockets sheet section 3). */
public final class TcpSocketFamily implements WxFamily {
  private static final int MAX_CREATED = 20;
  private static final long WITHIN_MS = Duration.ofMinutes(5).toMillis();

  /** Thrown, not told (sheet 3.3). */
  private enum Refusal implements Code {
    CREATED_TOO_MANY;

    @Override
    public String wording() {
      return "[TCPSocket] created too much.";
    }
  }

  private final Gate gate;
  private final Http http;
  private final Addresses addresses;
  private final Connectivity connectivity;
  private final Platform platform;
  private final ArrayDeque<Long> created = new ArrayDeque<>(); // JS thread

  public TcpSocketFamily(
      Gate gate, Http http, Addresses addresses, Connectivity connectivity, Platform platform) {
    this.gate = gate;
    this.http = http;
    this.addresses = addresses;
    this.connectivity = connectivity;
    this.platform = platform;
  }

  @Override
  public List<WxFunction> functions() {
    Shape shape =
        Shape.object(
                "createTCPSocket",
                List.of("connect", "write", "close", "bindWifi"),
                List.of("connect", "message", "error", "close", "bindWifi"))
            .withScript("tcp-socket.js");
    return List.of(WxFunction.making(shape, this::make));
  }

  private void make(Args args, WxObject object) throws WxFailure {
    count(object.madeAt());
    TcpSocket socket =
        new TcpSocket(args.string("type").equals("ipv6"), addresses, connectivity.shaping());
    new OpenTcpSocket(gate, http, connectivity, platform, socket, object).begin();
  }

  /** A window that slides; what was refused does not count, and closing gives nothing back. */
  private void count(long now) throws WxFailure {
    while (!created.isEmpty() && now - created.peek() >= WITHIN_MS) created.poll();
    if (created.size() >= MAX_CREATED)
      throw new WxFailure(
          Refusal.CREATED_TOO_MANY,
          "",
          MAX_CREATED + " TCPSockets have been created within 5 minutes",
          "keep a connection open instead of making it anew");
    created.add(now);
  }
}
