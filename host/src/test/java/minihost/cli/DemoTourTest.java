package minihost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The tour of the demo: each line that is code fails the run unless what it checks is so. */
@Timeout(180)
class DemoTourTest {
  private static final Path DEMO = Path.of("..", "demo-miniprogram");

  @Test
  void everyPageIsVisitedAndDoesWhatItIsThereFor() throws Exception {
    CommandLineRun run =
        CommandLineRun.piped(Files.readString(DEMO.resolve("tour.txt")), DEMO.toString());
    assertEquals(0, run.exit(), run.out() + run.err());
    for (String page :
        List.of(
            "brew",
            "album",
            "check",
            "partners",
            "notebook",
            "chat",
            "orders",
            "kettle",
            "network",
            "nearby",
            "shop",
            "about"))
      assertTrue(run.out().contains("onShow    pages/" + page), () -> page + "\n" + run.out());
  }

  @Test
  void aLineThatIsNotSoFailsTheRun() throws Exception {
    String wrong = ".navigate pages/brew/brew\npage.data.lines.length === 5 || null.fail\n.exit\n";
    assertEquals(1, CommandLineRun.piped(wrong, DEMO.toString()).exit());
  }
}
