package minihost.wx;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import minihost.api.Ordered;
import minihost.api.WxCall;
import minihost.api.WxObject;
import minihost.config.Device;
import minihost.net.ServiceDiscovery;
import minihost.net.ServiceDiscovery.Service;
import minihost.policy.Ask;
import minihost.policy.Gate.Permit;
import minihost.policy.Rule;

/** One scan for services: which events it raises, and when it is over. JS thread. */
final class LocalServiceScan {
  static final String FOUND = "LocalServiceFound";
  static final String LOST = "LocalServiceLost";
  static final String RESOLVE_FAIL = "LocalServiceResolveFail";
  static final String STOP = "LocalServiceDiscoveryStop";

  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration TO_RESOLVE = Duration.ofSeconds(6);

  /** The rest of a service that is resolved in part comes by then, if it comes. */
  private static final Duration FOR_THE_REST = Duration.ofSeconds(1);

  private final WxCall call;
  private final String serviceType;
  private final Consumer<LocalServiceScan> over;
  private final WxObject object;
  private final ServiceDiscovery discovery = new ServiceDiscovery();
  private final Map<String, Runnable> deadlines = new HashMap<>(); // by name
  private final Map<String, Service> inPart = new HashMap<>(); // by name
  private final Set<String> found = new HashSet<>();
  private boolean begun;

  /**
   * @param over told when another scan may begin, perhaps twice
   */
  LocalServiceScan(WxCall call, String serviceType, Consumer<LocalServiceScan> over) {
    this.call = call;
    this.serviceType = serviceType;
    this.over = over;
    object = call.object();
  }

  void begin(Permit<Ask.Discover> permit, Device.Lan lan) {
    object.onEnd(discovery::close);
    object.onEnd(() -> over.accept(this));
    object.onInterrupt(
        why -> {
          if (why.code() == Rule.DESTROYED) object.end();
          else cut();
        });
    Runnable answered = object.awaiting("answers of the LAN");
    object.thread(
        () -> {
          try {
            discovery.run(permit, lan, new Told(answered));
          } catch (IOException e) {
            object.turn(() -> refused(e));
          } finally {
            answered.run();
          }
        });
  }

  private void refused(IOException e) {
    call.fail(
        LocalServiceCode.NOT_SCANNED.reason(
            String.valueOf(e.getMessage()),
            "leave device.lan out, or give it an address of this machine"));
    object.end();
  }

  /** A start that is stopped before it has begun fails. */
  void abandonStart() {
    if (begun) return;
    call.fail(
        LocalServiceCode.NOT_SCANNED.reason(
            "the scan was stopped before it had begun", "stop it after its success"));
  }

  private void cut() {
    abandonStart();
    stop();
  }

  void stop() {
    over.accept(this);
    object.raise(STOP, Map.of());
    object.end();
  }

  private void begun() {
    begun = true;
    call.succeed(Map.of());
    object.after(LONGEST, this::stop);
  }

  private void heard(String name) {
    if (!found.contains(name) && !deadlines.containsKey(name))
      await(name, TO_RESOLVE, () -> unresolved(name));
  }

  private void await(String name, Duration atMost, Runnable late) {
    stopAwaiting(name);
    deadlines.put(
        name,
        object.after(
            atMost,
            () -> {
              deadlines.remove(name);
              late.run();
            }));
  }

  private void stopAwaiting(String name) {
    Runnable deadline = deadlines.remove(name);
    if (deadline != null) deadline.run();
  }

  /** WeChat's event has an errno, and a key that is really spelled so; its number is a guess. */
  private void unresolved(String name) {
    object.log("unresolved", Map.of("name", name));
    object.raise(
        RESOLVE_FAIL,
        Ordered.of(
            "serviceType",
            serviceType,
            "serviceName",
            name,
            "errno",
            606101,
            "errnMsg",
            "fail:mdns resolve system error:0"));
  }

  private void resolved(Service service) {
    String name = service.name();
    if (found.contains(name)) return;
    boolean isFirst = inPart.put(name, service) == null;
    if (service.isComplete()) tell(service);
    else if (isFirst) await(name, FOR_THE_REST, () -> tell(inPart.get(name)));
  }

  private void tell(Service service) {
    forget(service.name());
    found.add(service.name());
    object.log(
        "found", Ordered.of("name", service.name(), "ip", service.ip(), "port", service.port()));
    object.raise(
        FOUND,
        Ordered.of(
            "serviceType", serviceType,
            "serviceName", service.name(),
            "ip", service.ip(),
            "port", service.port(),
            "attributes", service.attributes()));
  }

  private void forget(String name) {
    stopAwaiting(name);
    inPart.remove(name);
  }

  private void gone(String name) {
    forget(name);
    if (!found.remove(name)) return;
    object.log("lost", Map.of("name", name));
    object.raise(LOST, Ordered.of("serviceType", serviceType, "serviceName", name));
  }

  /** On other threads. */
  private final class Told implements ServiceDiscovery.Listener {
    private final Runnable answered;

    Told(Runnable answered) {
      this.answered = answered;
    }

    @Override
    public void begun() {
      object.turn(LocalServiceScan.this::begun);
    }

    @Override
    public void answered() {
      object.turn(answered);
    }

    @Override
    public void heard(String name) {
      object.turn(() -> LocalServiceScan.this.heard(name));
    }

    @Override
    public void resolved(Service service) {
      object.turn(() -> LocalServiceScan.this.resolved(service));
    }

    @Override
    public void gone(String name) {
      object.turn(() -> LocalServiceScan.this.gone(name));
    }
  }
}
