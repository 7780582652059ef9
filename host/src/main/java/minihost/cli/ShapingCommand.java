package minihost.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import minihost.config.Device;
import minihost.config.Suggestion;
import minihost.host.Phone;
import minihost.host.PhoneWords;

/** {@code .network}: what a person does to the phone's network. */
final class ShapingCommand {
  private static final List<String> WORDS =
      List.of("preset", "weak", "latency", "bandwidth", "loss", "fault", "reset");

  static final ReplCommand NETWORK =
      new ReplCommand(
              ".network",
              "TYPE | preset NAME | weak on|off|auto | latency MS | bandwidth DOWN UP | loss 0..1"
                  + " | fault HOST KIND|off | reset",
              "change the phone's network to "
                  + String.join(", ", Device.NetworkType.names())
                  + "; make it like "
                  + String.join(", ", PhoneWords.presets())
                  + "; say whether it is weak; make it slow (bytes per second) or lossy; break"
                  + " what leads to a host ("
                  + String.join(", ", PhoneWords.faults())
                  + ")",
              ShapingCommand::network)
          .completing((session, before) -> next(before));

  private ShapingCommand() {}

  private static List<String> next(List<String> before) {
    if (before.isEmpty())
      return Stream.of(Device.NetworkType.names(), PhoneWords.presets(), WORDS)
          .flatMap(List::stream)
          .distinct()
          .toList();
    if (before.equals(List.of("preset"))) return PhoneWords.presets();
    if (before.equals(List.of("weak"))) return PhoneWords.weaknesses();
    if (before.size() != 2 || !before.getFirst().equals("fault")) return List.of();
    List<String> kinds = new ArrayList<>(PhoneWords.faults());
    kinds.add("off");
    return kinds;
  }

  private static void network(Session session, String arguments) throws ReplCommand.Misuse {
    List<String> words = Words.split(arguments);
    String what = words.isEmpty() ? "" : words.getFirst();
    List<String> rest = words.isEmpty() ? List.of() : words.subList(1, words.size());
    Optional<String> trouble =
        WORDS.contains(what)
            ? done(session, phone -> PhoneWords.set(phone, what, rest))
            : type(session, arguments.strip());
    if (trouble.isPresent()) throw new ReplCommand.Misuse(trouble.get());
  }

  private interface Change {
    Optional<String> to(Phone phone);
  }

  private static Optional<String> done(Session session, Change change) {
    List<Optional<String>> trouble = new ArrayList<>();
    session.host().phone(phone -> trouble.add(change.to(phone)));
    return trouble.getFirst();
  }

  /** A type alone leaves the shape as it is; what is no type may be a preset. */
  private static Optional<String> type(Session session, String name) {
    Optional<Device.NetworkType> type = Device.NetworkType.named(name);
    if (type.isPresent())
      return done(
          session,
          phone -> {
            phone.setNetwork(type.get());
            return Optional.empty();
          });
    if (done(session, phone -> PhoneWords.preset(phone, name)).isEmpty()) return Optional.empty();
    String meant =
        Suggestion.nearest(name, Device.NetworkType.names())
            .map(t -> "did you mean " + t + "? ")
            .orElse("");
    return Optional.of(
        "\""
            + name
            + "\" is no network type; "
            + meant
            + "write one of "
            + String.join(", ", Device.NetworkType.names())
            + ", a preset ("
            + String.join(", ", PhoneWords.presets())
            + "), weak on, off or auto, latency, bandwidth, loss, fault or reset");
  }
}
