package minihost.wx;

import java.util.List;
import minihost.api.WxFamily;
import minihost.api.WxFunction;
import minihost.app.MiniProgram;
import minihost.config.Settings;
import minihost.files.FileSandbox;
import minihost.net.Addresses;
import minihost.net.Connectivity;
import minihost.net.Http;
import minihost.policy.Gate;

/** Everything on {@code wx}, a line per family. */
public final class Catalogue {
  /** Scripts that several families' own scripts build on; installed before any family. */
  public static final List<String> SHARED_SCRIPTS =
      List.of("http-options.js", "http-data.js", "socket-data.js", "worker-data.js");

  private Catalogue() {}

  public static List<WxFamily> families(
      Gate gate,
      Http transport,
      Addresses addresses,
      Connectivity connectivity,
      FileSandbox files,
      Settings settings,
      MiniProgram program,
      WxFunction.Make worker) {
    HttpCalls http = new HttpCalls(gate, transport, connectivity, settings);
    boolean game = settings.app().game();
    return List.of(
        new RequestFamily(http, settings),
        new UploadFileFamily(http, files, settings),
        new DownloadFileFamily(http, files, settings),
        new CloudFamily(gate, transport, settings.limits()),
        new UdpSocketFamily(gate, addresses, connectivity),
        new TcpSocketFamily(gate, transport, addresses, connectivity, settings.platform().value()),
        new ConnectSocketFamily(gate, transport.webSockets(), settings),
        new LocalServiceFamily(gate, connectivity, settings),
        new NetworkStatusFamily(connectivity, settings.device()),
        game ? new GameFamily(program) : new NavigationFamily(program),
        new AppEventsFamily(program, game),
        new StorageFamily(),
        new InteractionFamily(),
        new NavigationBarFamily(),
        new PullDownRefreshFamily(program),
        new LoginFamily(),
        new SystemInfoFamily(settings),
        new CanIUseFamily(),
        new EnvFamily(files),
        new WorkerFamily(worker));
  }

  /**
   * What a worker has of {@code wx}: requests and sockets (sheet 8.2, createWorker). The documents
   * say that workers have nothing of it; WeChat's own scripts have these.
   *
   * @param gate one of the worker's own, since its lanes belong to one thread
   */
  public static List<WxFamily> ofWorkers(
      Gate gate, Http transport, Connectivity connectivity, Settings settings) {
    HttpCalls http = new HttpCalls(gate, transport, connectivity, settings);
    return List.of(
        new RequestFamily(http, settings),
        new ConnectSocketFamily(gate, transport.webSockets(), settings));
  }
}
