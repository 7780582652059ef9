package minihost.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Several files of JUnit XML as one. */
final class JunitFiles {
  private final DocumentBuilder parser;
  private final Document whole;
  private final Element suites;
  private final List<String> failed = new ArrayList<>();
  private int files;
  private int tests;
  private int skipped;

  JunitFiles() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      parser = factory.newDocumentBuilder();
      parser.setErrorHandler(new Thrower());
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
    whole = parser.newDocument();
    suites = whole.createElement("testsuites");
    suites.setAttribute("name", "minihost");
    whole.appendChild(suites);
  }

  /**
   * @throws IOException if it cannot be read, or is no JUnit XML
   */
  void add(Path file) throws IOException {
    Element root;
    try {
      root = parser.parse(file.toFile()).getDocumentElement();
    } catch (SAXException e) {
      throw new IOException("not XML: " + e.getMessage(), e);
    }
    switch (root.getTagName()) {
      case "testsuite" -> suite(root);
      case "testsuites" -> each(root, "testsuite").forEach(this::suite);
      default -> throw new IOException("not JUnit XML: it begins with <" + root.getTagName() + ">");
    }
    files++;
  }

  private void suite(Element suite) {
    for (Element test : each(suite, "testcase")) {
      tests++;
      if (!each(test, "skipped").isEmpty()) skipped++;
      if (!each(test, "failure").isEmpty() || !each(test, "error").isEmpty())
        failed.add(test.getAttribute("classname") + " › " + test.getAttribute("name"));
    }
    suites.appendChild(whole.createTextNode("\n"));
    suites.appendChild(whole.importNode(suite, true));
  }

  private static List<Element> each(Element parent, String name) {
    List<Element> all = new ArrayList<>();
    NodeList children = parent.getChildNodes();
    for (int i = 0; i < children.getLength(); i++)
      if (children.item(i) instanceof Element e && e.getTagName().equals(name)) all.add(e);
    return all;
  }

  void write(Path target) throws IOException {
    Files.createDirectories(target.toAbsolutePath().getParent());
    try {
      TransformerFactory.newDefaultInstance()
          .newTransformer()
          .transform(new DOMSource(whole), new StreamResult(target.toFile()));
    } catch (TransformerException e) {
      throw new IOException(target + ": " + e.getMessage(), e);
    }
  }

  /** Test files and names of those that failed. */
  List<String> failed() {
    return failed;
  }

  boolean passed() {
    return tests > 0 && failed.isEmpty();
  }

  String summary() {
    return "%s%d passed%s in %d reports"
        .formatted(
            failed.isEmpty() ? "" : failed.size() + " failed, ",
            tests - failed.size() - skipped,
            skipped == 0 ? "" : ", " + skipped + " skipped",
            files);
  }

  /** The parser's own handler prints to stderr. */
  private static final class Thrower implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {}

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
