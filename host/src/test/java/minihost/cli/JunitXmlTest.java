package minihost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** JUnit XML as a CI server reads it, and the reports of shards put together. */
@Timeout(120)
class JunitXmlTest {
  @TempDir Path folder;

  private Program program;

  @BeforeEach
  void program() throws Exception {
    program = new Program(folder);
  }

  private static List<Element> parse(Path xml) throws Exception {
    var parser = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
    Element root = parser.parse(xml.toFile()).getDocumentElement();
    assertEquals("testsuites", root.getTagName());
    return each(root, "testsuite");
  }

  private static List<Element> each(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    List<Element> all = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) all.add((Element) found.item(i));
    return all;
  }

  private void tests() throws Exception {
    program.file(
        "tests/one.test.js",
        """
        describe('outer', () => {
          it('passes', () => console.log('said <&> \\u001b[31m'))
          it('fails', () => expect(1).toBe(2))
        })
        it.skip('is skipped', () => {})
        it.todo('is to come')
        """);
    program.file("tests/two.test.js", "it('is alone', () => {})");
    program.file("tests/three.test.js", "throw new Error('broken')");
  }

  @Test
  void aSuitePerFileAndACasePerTest() throws Exception {
    tests();
    Path xml = folder.resolve("out/all.xml");
    CommandLineRun run = CommandLineRun.of("test", folder.toString(), "--junit", xml.toString());
    assertEquals(1, run.exit(), run.err());
    List<Element> suites = parse(xml);
    assertEquals(3, suites.size());
    Element one = suites.getFirst();
    assertTrue(one.getAttribute("name").endsWith("tests/one.test.js"), one.getAttribute("name"));
    assertEquals("4", one.getAttribute("tests"));
    assertEquals("1", one.getAttribute("failures"));
    assertEquals("2", one.getAttribute("skipped"));
    assertEquals(2, each(one, "skipped").size());
    List<Element> cases = each(one, "testcase");
    assertEquals(
        List.of("outer › passes", "outer › fails", "is skipped", "is to come"),
        cases.stream().map(test -> test.getAttribute("name")).toList());
    Element failed = each(cases.get(1), "failure").getFirst();
    assertEquals(
        "expect(received).toBe(expected) // Object.is equality", failed.getAttribute("message"));
    assertTrue(failed.getTextContent().contains("at tests/one.test.js:3"));
    assertEquals("1", suites.get(1).getAttribute("errors"));
    String text = Files.readString(xml);
    assertTrue(text.contains("<system-out>said &lt;&amp;&gt; \\x1b[31m</system-out>"), text);
    assertFalse(text.contains(System.getProperty("java.home")), "what the machine is");
  }

  @Test
  void aFolderGetsAFile() throws Exception {
    tests();
    CommandLineRun.of("test", folder.toString(), "--junit", folder.resolve("out").toString());
    assertEquals(3, parse(folder.resolve("out/TEST-minihost.xml")).size());
  }

  @Test
  void aFileThatCannotBeWrittenIsSaid() throws Exception {
    program.file("tests/two.test.js", "it('is alone', () => {})");
    Path under = folder.resolve("app.json/x.xml");
    CommandLineRun run = CommandLineRun.of("test", folder.toString(), "--junit", under.toString());
    assertEquals(1, run.exit());
    assertTrue(run.err().contains("--junit: cannot write "), run.err());
    assertTrue(run.out().contains("1 passed"), run.out());
  }

  @Test
  void shardsBecomeOne() throws Exception {
    tests();
    Path out = folder.resolve("out");
    for (int n = 1; n <= 3; n++)
      CommandLineRun.of(
          "test",
          folder.toString(),
          "--shard",
          n + "/3",
          "--junit",
          out.resolve(n + ".xml").toString());
    Path all = out.resolve("all.xml");
    for (int times = 0; times < 2; times++) { // what was merged before is not merged again
      CommandLineRun run =
          CommandLineRun.of("merge-reports", out.toString(), "--junit", all.toString());
      assertEquals(1, run.exit(), run.err());
      assertTrue(run.out().contains("2 failed, 2 passed, 2 skipped in 3 reports"), run.out());
      assertTrue(run.out().contains("tests/one.test.js › outer › fails"), run.out());
      assertEquals(3, parse(all).size());
    }
    CommandLineRun two =
        CommandLineRun.of("merge-reports", out.resolve(shardOf("two", out)).toString());
    assertEquals(0, two.exit(), two.err());
  }

  private static String shardOf(String test, Path out) throws Exception {
    for (int n = 1; n <= 3; n++)
      if (Files.readString(out.resolve(n + ".xml")).contains(test + ".test.js")) return n + ".xml";
    throw new AssertionError(test + " ran nowhere");
  }

  @Test
  void whatIsNoReportIsSaid() throws Exception {
    CommandLineRun none = CommandLineRun.of("merge-reports", folder.resolve("none").toString());
    assertEquals(2, none.exit());
    assertTrue(none.err().contains("there is no such folder or file"), none.err());
    Path empty = Files.createDirectory(folder.resolve("empty"));
    CommandLineRun nothing = CommandLineRun.of("merge-reports", empty.toString());
    assertTrue(nothing.err().contains("there is no .xml in it"), nothing.err());
    Files.writeString(empty.resolve("a.xml"), "<html/>");
    CommandLineRun other = CommandLineRun.of("merge-reports", empty.toString());
    assertEquals(2, other.exit());
    assertTrue(other.err().contains("not JUnit XML: it begins with <html>"), other.err());
    Files.writeString(empty.resolve("a.xml"), "<!DOCTYPE x SYSTEM 'file:///x'><testsuites/>");
    CommandLineRun doctype = CommandLineRun.of("merge-reports", empty.toString());
    assertEquals(2, doctype.exit());
    assertTrue(doctype.err().contains("not XML"), doctype.err());
  }
}
