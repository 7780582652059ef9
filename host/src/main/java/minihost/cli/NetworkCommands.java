package minihost.cli;

import java.util.Arrays;
import java.util.List;
import minihost.config.Device;
import minihost.config.Suggestion;

/** Commands about the network and what went over it. */
final class NetworkCommands {
  static final List<ReplCommand> ALL =
      List.of(
          new ReplCommand(
                  ".network",
                  "TYPE",
                  "change the phone's network to " + String.join(", ", types()),
                  NetworkCommands::network)
              .completing((session, before) -> before.isEmpty() ? types() : List.of()),
          new ReplCommand(
              ".requests",
              "",
              "the network calls of this run, and what became of them",
              (session, arguments) ->
                  session.screen().say(RequestTable.of(session.host().journal().events()))),
          new ReplCommand(
                  ".explain",
                  "API URL",
                  "whether a call would be allowed now, rule by rule",
                  NetworkCommands::explain)
              .completing((session, before) -> before.isEmpty() ? Asks.APIS : List.of()),
          new ReplCommand(
              ".webview",
              "URL",
              "whether the web-view component may show a page",
              NetworkCommands::webView));

  private NetworkCommands() {}

  private static List<String> types() {
    return Arrays.stream(Device.NetworkType.values()).map(Device.NetworkType::wxName).toList();
  }

  private static void network(Session session, String type) throws ReplCommand.Misuse {
    for (Device.NetworkType known : Device.NetworkType.values())
      if (known.wxName().equals(type)) {
        session.host().setNetwork(known);
        return;
      }
    String meant =
        Suggestion.nearest(type, types()).map(t -> "did you mean " + t + "? ").orElse("");
    throw new ReplCommand.Misuse(
        "\""
            + type
            + "\" is no network type; "
            + meant
            + "write one of "
            + String.join(", ", types()));
  }

  private static void webView(Session session, String url) throws ReplCommand.Misuse {
    if (Words.split(url).size() != 1)
      throw new ReplCommand.Misuse(
          "write a URL, for example .webview https://www.example.com/help");
    session.screen().say(session.host().webView(url.strip()).explain());
  }

  private static void explain(Session session, String arguments) throws ReplCommand.Misuse {
    List<String> words = Words.split(arguments);
    if (words.size() != 2)
      throw new ReplCommand.Misuse(
          "write an API and a URL, for example .explain request https://api.example.com/");
    session.screen().say(session.host().explain(Asks.of(words.get(0), words.get(1))).explain());
  }
}
