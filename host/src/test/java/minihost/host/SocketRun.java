package minihost.host;

import java.io.IOException;

/**
 * A {@link TestRun} with a {@link SocketServer} for {@code wss://ws.example.com}, which is listed.
 */
final class SocketRun implements AutoCloseable {
  static final String OPTIONS = "url: 'wss://ws.example.com/'";

  final SocketServer server = new SocketServer("ws.example.com");
  final TestRun run = new TestRun();

  SocketRun() throws IOException {
    run.file("ca.pem", server.authorityPem()).set("trust=[\"ca.pem\"]");
    run.set("domains.wsrequestdomain=[\"wss://ws.example.com\"]");
    for (String host : new String[] {"ws.example.com", "other.example.com", "a.ws.example.com"})
      run.set("hosts." + host + "=127.0.0.1:" + server.port());
  }

  /** Connects the global {@code name}, and logs what becomes of it, each line with that name. */
  SocketRun connect(String name, String options) throws Exception {
    run.script(
        """
        globalThis.%1$s = wx.connectSocket({
          success: r => console.log('%1$s', r.errMsg),
          fail: r => console.log('%1$s', r.errMsg, r.errno ?? 'no errno'),
          %2$s
        });
        if (%1$s) {
          %1$s.onOpen(r => console.log('%1$s open'));
          %1$s.onMessage(r => console.log('%1$s message', r.data));
          %1$s.onError(r => console.log('%1$s error', r.errMsg, r.errno ?? 'no errno'));
          %1$s.onClose(r => console.log('%1$s close', r.code, r.reason));
        }
        undefined
        """
            .formatted(name, options));
    return this;
  }

  /** Starts, and connects {@code a} to the server. */
  SocketRun opened() throws Exception {
    run.start();
    connect("a", OPTIONS);
    run.settle().assertLog("a connectSocket:ok", "a open");
    return this;
  }

  /** Calls a method of a socket, and logs how it ended. */
  SocketRun call(String function, String options) throws Exception {
    run.script(
        "%s({ success: r => console.log(r.errMsg), fail: r => console.log(r.errMsg), %s })"
            .formatted(function, options));
    return this;
  }

  @Override
  public void close() throws IOException {
    try {
      run.close();
    } finally {
      server.close();
    }
  }
}
