package minihost.wx;

import java.util.List;
import minihost.api.WxFamily;
import minihost.app.MiniProgram;
import minihost.config.Settings;
import minihost.files.FileSandbox;
import minihost.files.StoredValues;
import minihost.net.Addresses;
import minihost.net.Connectivity;
import minihost.net.Http;
import minihost.policy.Gate;

/** Everything on {@code wx}, a line per family. */
public final class Catalogue {
  /** Scripts that several families' own scripts build on; installed before any family. */
  public static final List<String> SHARED_SCRIPTS =
      List.of("http-options.js", "http-data.js", "socket-data.js");

  private Catalogue() {}

  public static List<WxFamily> families(
      Gate gate,
      Http transport,
      Addresses addresses,
      Connectivity connectivity,
      FileSandbox files,
      StoredValues values,
      Settings settings,
      MiniProgram program) {
    HttpCalls http = new HttpCalls(gate, transport, connectivity, settings);
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
        new NavigationFamily(program),
        new AppEventsFamily(program),
        new StorageFamily(values),
        new InteractionFamily(),
        new NavigationBarFamily(),
        new PullDownRefreshFamily(program),
        new LoginFamily(),
        new SystemInfoFamily(settings),
        new CanIUseFamily(),
        new FileSystemFamily(files),
        new EnvFamily(files));
  }
}
