package minihost.wx;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
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

  private static final Duration FOR_ATTRIBUTES = Duration.ofSeconds(1);

  /**
   * Something is missing of a service.
   *
   * @param resolved whether only its attributes are
   */
  private record Awaited(boolean resolved, Runnable cancel) {}

  private final WxCall call;
  private final String serviceType;
  private final Consumer<LocalServiceScan> over;
  private final WxObject object;
  private final ServiceDiscovery discovery = new ServiceDiscovery();
  private final Map<String, Awaited> awaits = new HashMap<>(); // by name
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
    if (!found.contains(name)) wait(name, TO_RESOLVE, false, () -> unresolved(name));
  }

  /** Unless it is waited for already. */
  private void wait(String name, Duration atMost, boolean resolved, Runnable then) {
    Awaited awaited = awaits.get(name);
    if (awaited != null && (awaited.resolved || !resolved)) return;
    forget(name);
    Runnable late =
        () -> {
          awaits.remove(name);
          then.run();
        };
    awaits.put(name, new Awaited(resolved, object.after(atMost, late)));
  }

  /** WeChat's event has an errno, and a key that is really spelled so; its number is a guess. */
  private void unresolved(String name) {
    object.log("unresolved", Map.of("name", name));
    object.raise(
        RESOLVE_FAIL,
        Map.of(
            "serviceType",
            serviceType,
            "serviceName",
            name,
            "errno",
            606101,
            "errnMsg",
            "fail:mdns resolve system error:0"));
  }

  /** Attributes come in a record of their own, which a service without any has as well. */
  private void resolved(Service service) {
    String name = service.name();
    if (found.contains(name)) return;
    if (service.attributes().isEmpty()) wait(name, FOR_ATTRIBUTES, true, () -> tell(service));
    else tell(service);
  }

  private void tell(Service service) {
    forget(service.name());
    found.add(service.name());
    object.log("found", Map.of("name", service.name(), "ip", service.ip(), "port", service.port()));
    object.raise(
        FOUND,
        Map.of(
            "serviceType", serviceType,
            "serviceName", service.name(),
            "ip", service.ip(),
            "port", service.port(),
            "attributes", service.attributes()));
  }

  private void forget(String name) {
    Awaited awaited = awaits.remove(name);
    if (awaited != null) awaited.cancel.run();
  }

  private void gone(String name) {
    forget(name);
    if (!found.remove(name)) return;
    object.log("lost", Map.of("name", name));
    object.raise(LOST, Map.of("serviceType", serviceType, "serviceName", name));
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
