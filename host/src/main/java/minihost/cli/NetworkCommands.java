package minihost.cli;

import java.util.List;
import java.util.Optional;
import minihost.config.HostAndPort;

/** Commands about the network and what went over it. */
final class NetworkCommands {
  private static final String OFF = "off";

  static final List<ReplCommand> ALL =
      List.of(
          ShapingCommand.NETWORK,
          new ReplCommand(
                  ".proxy",
                  "HOST:PORT | off",
                  "set the phone's proxy for every exchange from now on, or take it away",
                  NetworkCommands::proxy)
              .completing((session, before) -> before.isEmpty() ? List.of(OFF) : List.of()),
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

  private static void proxy(Session session, String where) throws ReplCommand.Misuse {
    if (where.isEmpty())
      throw new ReplCommand.Misuse(
          "which proxy? write for example .proxy 127.0.0.1:8888, or .proxy off");
    Optional<HostAndPort> proxy = HostAndPort.withPort(where);
    if (proxy.isEmpty() && !where.equals(OFF))
      throw new ReplCommand.Misuse(
          "\""
              + where
              + "\" is not host:port; write one such as .proxy 127.0.0.1:8888, or .proxy off");
    session.host().phone(phone -> phone.setProxy(proxy));
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
