package minihost.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import minihost.jstest.JsTestFailure;

/**
 * JUnit XML as CI servers read it: a suite per test file, a case per test under its whole name, and
 * with what failed its frames and what happened. Says nothing of the machine.
 */
final class JunitReport implements TestReport {
  private static final String FILE = "TEST-minihost.xml";

  private final Path target;
  private final EventText events = new EventText(Palette.PLAIN, ZoneOffset.UTC);
  private XMLStreamWriter xml;

  /**
   * @param target a file that ends with {@code .xml}, else a folder
   */
  JunitReport(Path target) {
    this.target = file(target);
  }

  static Path file(Path target) {
    return target.toString().endsWith(".xml") ? target : target.resolve(FILE);
  }

  @Override
  public void file(File file) {}

  @Override
  public void note(String name, String text) {}

  @Override
  public void end(List<File> files, long tookMs) {
    try {
      Files.createDirectories(target.toAbsolutePath().getParent());
      try (OutputStream out = Files.newOutputStream(target)) {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        open("testsuites", "name", "minihost", "time", seconds(tookMs));
        for (File file : files) suite(file);
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
      }
    } catch (XMLStreamException e) {
      throw new UncheckedIOException(new IOException(target + ": " + e.getMessage(), e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void suite(File file) throws XMLStreamException {
    int cases = file.cases().size() + file.trouble().size();
    long took = file.cases().stream().mapToLong(Case::tookMs).sum();
    open(
        "testsuite",
        "name",
        file.name(),
        "tests",
        cases + "",
        "failures",
        file.count(Status.FAILED) + "",
        "errors",
        file.trouble().size() + "",
        "skipped",
        file.count(Status.SKIPPED) + file.count(Status.TODO) + "",
        "time",
        seconds(took));
    for (Case test : file.cases()) test(file, test);
    for (Throwable trouble : file.trouble()) {
      open("testcase", "name", "(the file)", "classname", file.name(), "time", "0.000");
      trouble("error", trouble);
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void test(File file, Case test) throws XMLStreamException {
    String took = seconds(test.tookMs());
    open("testcase", "name", test.name(), "classname", file.name(), "time", took);
    if (test.why().isPresent()) trouble("failure", test.why().get());
    if (test.status() == Status.SKIPPED || test.status() == Status.TODO) {
      open("skipped", "message", test.status().name().toLowerCase(Locale.ROOT));
      xml.writeEndElement();
    }
    if (!test.printed().isEmpty()) {
      open("system-out");
      xml.writeCharacters(Visible.text(test.printed()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void trouble(String element, Throwable why) throws XMLStreamException {
    String message = String.valueOf(why.getMessage());
    String first = message.lines().findFirst().orElse("");
    open(element, "message", first, "type", why.getClass().getSimpleName());
    List<String> text = new ArrayList<>();
    text.add(said(why));
    for (Throwable more : why.getSuppressed()) text.add(said(more));
    if (why instanceof JsTestFailure failure && !failure.journal().isEmpty()) {
      text.add("what happened:");
      failure.journal().stream().map(events::of).filter(e -> !e.isEmpty()).forEach(text::add);
    }
    xml.writeCharacters(Visible.text(String.join("\n", text)));
    xml.writeEndElement();
  }

  private static String said(Throwable why) {
    List<String> parts = new ArrayList<>(List.of(String.valueOf(why.getMessage())));
    if (why instanceof JsTestFailure failure) {
      parts.add(failure.excerpt());
      parts.add(failure.stack());
    }
    parts.removeIf(String::isEmpty);
    return String.join("\n", parts);
  }

  /** Names and values of attributes by turns. */
  private void open(String element, String... attributes) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement(element);
    for (int i = 0; i < attributes.length; i += 2)
      xml.writeAttribute(attributes[i], Visible.line(attributes[i + 1]));
  }

  private static String seconds(long ms) {
    return String.format(Locale.ROOT, "%.3f", ms / 1e3);
  }
}
