package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import minihost.house.House;
import minihost.wx.Member;
import org.junit.jupiter.api.Test;

/**
 * docs/made-up-answers.md has every row of members.txt. {@code -Dmembers.write=true} writes it
 * anew.
 */
class MadeUpAnswersDocTest {
  private static final String BEGIN = "<!-- members.txt -->\n";
  private static final String END = "<!-- end of members.txt -->\n";

  @Test
  void thePageHasTheTable() throws IOException {
    Path page = House.root().resolve("docs/made-up-answers.md");
    String text = House.text(page);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    String table = table();
    if (Boolean.getBoolean("members.write"))
      Files.writeString(page, text.substring(0, begin) + table + text.substring(end));
    else assertEquals(table, text.substring(begin, end), "write it with -Dmembers.write=true");
  }

  private static String table() {
    Map<String, Map<String, String>> sections = new LinkedHashMap<>();
    for (Member row : Member.table())
      sections
          .computeIfAbsent(row.section(), s -> new LinkedHashMap<>())
          .merge(words(row), "`" + name(row) + "`", (a, b) -> a + " " + b);
    StringBuilder page = new StringBuilder();
    sections.forEach(
        (section, rows) -> {
          page.append("\n### ").append(section).append("\n\n| member | answer |\n|---|---|\n");
          rows.forEach((words, names) -> page.append("| " + names + " | " + words + " |\n"));
        });
    return page.append('\n').toString();
  }

  private static String name(Member row) {
    return (row.kind() == Member.Kind.EVENT ? "on" : "") + row.name();
  }

  private static String words(Member row) {
    return switch (row.kind()) {
      case EVENT -> "an event that a test or the REPL raises";
      case OBJECT -> "made up: an object with its methods and events, without effect";
      case SYNC, LATER, TASK -> answer(row.answer());
    };
  }

  private static String answer(String answer) {
    if (answer.equals("ok")) return "success; nothing happens";
    if (answer.equals("cancel")) return "made up: nobody does it, so `fail cancel`";
    return "made up: `" + answer + "`";
  }
}
