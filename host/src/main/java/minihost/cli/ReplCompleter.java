package minihost.cli;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** What Tab offers: commands, their arguments, and members of the program's values. */
final class ReplCompleter implements Completer {
  /** A path of plain names just before the word, with its last dot. */
  private static final Pattern PATH =
      Pattern.compile("(?:^|[^\\w$.])([A-Za-z_$][\\w$]*(?:\\.[A-Za-z_$][\\w$]*)*)\\.$");

  private static final Executor ASIDE = task -> Thread.ofVirtual().start(task);

  private volatile Session session;

  void session(Session session) {
    this.session = session;
  }

  @Override
  public void complete(LineReader reader, ParsedLine parsed, List<Candidate> candidates) {
    if (session == null || !(parsed instanceof ReplParser.Line line)) return;
    for (String word : words(session, line.before(), line.word()))
      candidates.add(new Candidate(word, word, null, null, null, null, isWhole(line)));
  }

  /**
   * A command is followed by a blank; a route may go on with a query, and JavaScript with a dot.
   */
  private static boolean isWhole(ReplParser.Line line) {
    return line.before().isBlank() && line.word().startsWith(".");
  }

  /** What may stand in the place of {@code word}, whether or not it begins like it. */
  static List<String> words(Session session, String before, String word) {
    if (before.isBlank() && word.startsWith(".")) return ReplCommands.names();
    if (CommandLoop.isCommand(before.strip())) return arguments(session, before);
    Matcher path = PATH.matcher(before);
    boolean member = path.find();
    if (!member && before.endsWith(".")) return List.of();
    return soon(() -> session.host().complete(member ? path.group(1) : ""));
  }

  private static List<String> arguments(Session session, String before) {
    List<String> words = Words.split(before);
    return ReplCommands.named(words.getFirst())
        .map(c -> soon(() -> c.completion().apply(session, words.subList(1, words.size()))))
        .orElse(List.of());
  }

  /** A script that does not return must not take Tab with it. */
  private static List<String> soon(java.util.function.Supplier<List<String>> words) {
    return CompletableFuture.supplyAsync(words, ASIDE)
        .completeOnTimeout(List.of(), 1, TimeUnit.SECONDS)
        .exceptionally(failed -> List.of())
        .join();
  }
}
