package minihost.host;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import minihost.config.Device;
import minihost.net.Fault;
import minihost.net.Preset;

/**
 * What is done to a {@link Phone} in words, as the REPL has them and a test's values become. Each
 * says what is wrong with the words; empty when it is done.
 */
public final class PhoneWords {
  private static final String OFF = "off";

  private PhoneWords() {}

  public static List<String> presets() {
    return Preset.words();
  }

  public static List<String> faults() {
    return Fault.words();
  }

  public static List<String> weaknesses() {
    return Arrays.stream(Device.WeakNetwork.values()).map(Device.WeakNetwork::word).toList();
  }

  public static Optional<String> preset(Phone phone, String name) {
    Optional<Preset> preset = Preset.named(name);
    preset.ifPresent(phone::set);
    return preset.isPresent() ? Optional.empty() : Optional.of(no(name, "preset", Preset.words()));
  }

  private static String no(String word, String what, List<String> words) {
    return "\"" + word + "\" is no " + what + "; write one of " + String.join(", ", words);
  }

  /**
   * @param what {@code preset}, {@code weak}, {@code latency}, {@code bandwidth}, {@code loss},
   *     {@code fault} or {@code reset}
   */
  public static Optional<String> set(Phone phone, String what, List<String> values) {
    return switch (what) {
      case "preset" -> preset(phone, String.join(" ", values));
      case "weak" -> weak(phone, String.join(" ", values));
      case "latency" -> latency(phone, values);
      case "bandwidth" -> bandwidth(phone, values);
      case "loss" -> loss(phone, values);
      case "fault" -> fault(phone, values);
      default -> reset(phone);
    };
  }

  private static Optional<String> reset(Phone phone) {
    phone.reset();
    return Optional.empty();
  }

  private static Optional<String> weak(Phone phone, String how) {
    Optional<Device.WeakNetwork> known = Device.WeakNetwork.named(how);
    known.ifPresent(phone::setWeakNetwork);
    return known.isPresent()
        ? Optional.empty()
        : Optional.of(
            (how.isEmpty() ? "weak how? " : "\"" + how + "\" is no state of a weak network; ")
                + "write .network weak on, off or auto");
  }

  private static Optional<String> latency(Phone phone, List<String> values) {
    Optional<Double> ms = number(values, 0, 3_600_000);
    if (values.size() != 1 || ms.isEmpty())
      return wanted("latency", values, "milliseconds from 0 to 3600000, such as 400");
    phone.setLatency(Math.round(ms.get()));
    return Optional.empty();
  }

  private static Optional<String> bandwidth(Phone phone, List<String> values) {
    Optional<Double> down = number(values, 0, 1e12);
    Optional<Double> up = number(values, values.size() - 1, 1e12);
    if (values.isEmpty() || values.size() > 2 || down.isEmpty() || up.isEmpty())
      return wanted(
          "bandwidth", values, "bytes per second down and up, such as 50000 20000; 0 for no limit");
    phone.setBandwidth(Math.round(down.get()), Math.round(up.get()));
    return Optional.empty();
  }

  private static Optional<String> loss(Phone phone, List<String> values) {
    Optional<Double> share = number(values, 0, 1);
    if (values.size() != 1 || share.isEmpty())
      return wanted("loss", values, "the share of packets, from 0 to 1, such as 0.1");
    phone.setLoss(share.get());
    return Optional.empty();
  }

  private static Optional<String> fault(Phone phone, List<String> values) {
    if (values.size() != 2)
      return wanted("fault", values, "a host and a kind, such as api.example.com reset");
    Optional<Fault> fault = Fault.named(values.get(1));
    if (fault.isEmpty() && !values.get(1).equals(OFF))
      return Optional.of(no(values.get(1), "fault", Fault.words()) + ", or off");
    phone.setFault(values.getFirst(), fault);
    return Optional.empty();
  }

  private static Optional<String> wanted(String what, List<String> values, String wanted) {
    return Optional.of(
        what + " wants " + wanted + (values.isEmpty() ? "" : ", not " + String.join(" ", values)));
  }

  private static Optional<Double> number(List<String> values, int at, double most) {
    if (at < 0 || at >= values.size()) return Optional.empty();
    try {
      double number = Double.parseDouble(values.get(at));
      return number >= 0 && number <= most ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
