package minihost.jstest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import minihost.config.Device;
import minihost.config.HostAndPort;
import minihost.host.Inside;
import minihost.host.Phone;
import minihost.host.PhoneWords;
import minihost.js.HostFunction;
import minihost.js.JsException;

/** The Java half of {@code host.network}. JS thread. */
final class TestPhone implements Scopes.Changeable {
  private final Phone phone;

  TestPhone(Inside inside) {
    phone = inside.phone();
  }

  Map<String, HostFunction> functions() {
    Map<String, HostFunction> functions = new HashMap<>();
    functions.put("networkType", args -> phone.type().wxName());
    functions.put("setNetwork", args -> HostFunction.done(() -> setNetwork((String) args[0])));
    functions.put("isWeak", args -> phone.isWeak());
    functions.put("proxy", args -> phone.proxy().map(HostAndPort::toString).orElse(null));
    functions.put("setProxy", args -> HostFunction.done(() -> setProxy((String) args[0])));
    functions.put("shape", args -> shape());
    functions.put(
        "network", args -> HostFunction.done(() -> set((String) args[0], Texts.of(args[1]))));
    return functions;
  }

  private Map<String, Object> shape() {
    return Map.of(
        "latency", (double) phone.latencyMs(),
        "down", (double) phone.bytesPerSecondDown(),
        "up", (double) phone.bytesPerSecondUp(),
        "loss", phone.loss());
  }

  private void set(String what, List<String> values) {
    PhoneWords.set(phone, what, values)
        .ifPresent(
            trouble -> {
              throw new JsException("host.network: " + trouble);
            });
  }

  private void setNetwork(String type) {
    phone.setNetwork(
        Device.NetworkType.named(type)
            .orElseThrow(
                () ->
                    new JsException(
                        "\""
                            + type
                            + "\" is no network type; it may be "
                            + Device.NetworkType.names())));
  }

  private void setProxy(String proxy) {
    Optional<HostAndPort> to = proxy == null ? Optional.empty() : HostAndPort.withPort(proxy);
    if (proxy != null && to.isEmpty())
      throw new JsException("\"" + proxy + "\" is not host:port, such as 127.0.0.1:8888");
    phone.setProxy(to);
  }

  @Override
  public Runnable note() {
    Phone.State before = phone.state();
    return () -> phone.restore(before);
  }
}
