package minihost.wx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
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
      List.of("http-options.js", "http-data.js", "socket-data.js");

  /** The way out to the network. */
  public record Wire(Gate gate, Http http, Addresses addresses, Connectivity connectivity) {}

  /** What the phone keeps for a program, from one of its lives to the next. */
  public record Kept(FileSandbox files, Storage storage, Answers answers) {}

  private Catalogue() {}

  /**
   * @param current the settings of now, for what looks at them at each call; the others are read
   *     once, here
   */
  public static List<WxFamily> families(
      Wire wire,
      Kept kept,
      Supplier<Settings> current,
      MiniProgram program,
      WxFunction.Make worker) {
    Settings settings = current.get();
    boolean game = settings.app().game();
    Gate gate = wire.gate;
    Connectivity connectivity = wire.connectivity;
    Answering answering = new Answering(kept.answers, current);
    HttpCalls http = new HttpCalls(gate, wire.http, connectivity, current);
    List<WxFamily> families = new ArrayList<>();
    if (game) families.add(new GameScreenFamily(answering));
    families.addAll(
        List.of(
            new RequestFamily(http, current),
            new UploadFileFamily(http, kept.files, current),
            new DownloadFileFamily(http, kept.files, settings),
            new CloudFamily(gate, wire.http, current),
            new UdpSocketFamily(gate, wire.addresses, connectivity),
            new TcpSocketFamily(
                gate, wire.http, wire.addresses, connectivity, settings.platform().value()),
            new ConnectSocketFamily(gate, wire.http.webSockets(), current),
            new LocalServiceFamily(gate, connectivity, settings),
            new NetworkStatusFamily(connectivity, settings.device()),
            game ? new GameFamily(program) : new NavigationFamily(program),
            new AppEventsFamily(program, game),
            new StorageFamily(kept.storage),
            new InteractionFamily(answering),
            new NavigationBarFamily(answering),
            new PullDownRefreshFamily(program),
            new LoginFamily(answering),
            new AnsweredFamily(answering),
            new SystemInfoFamily(settings),
            new SelectorQueryFamily(),
            new AnimationFamily(),
            new WorkletFamily(),
            new Base64Family(),
            new BufferUrlFamily(),
            new RandomValuesFamily(),
            new PreDownloadFamily(settings.app().workers(), kept.files),
            new CanIUseFamily(),
            new FileSystemFamily(kept.files),
            new EnvFamily(kept.files),
            new WorkerFamily(worker)));
    return List.copyOf(families);
  }

  /**
   * What a worker has of {@code wx}: requests and sockets (sheet 8.2, createWorker). The documents
   * say that workers have nothing of it; WeChat's own scripts have these.
   *
   * @param wire with a gate of the worker's own, since its lanes belong to one thread
   */
  public static List<WxFamily> ofWorkers(Wire wire, Supplier<Settings> current) {
    HttpCalls http = new HttpCalls(wire.gate, wire.http, wire.connectivity, current);
    return List.of(
        new RequestFamily(http, current),
        new ConnectSocketFamily(wire.gate, wire.http.webSockets(), current));
  }
}
