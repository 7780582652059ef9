package minihost.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import minihost.jstest.JsTestFailure;

/** A JSON object per test in a line, and one at the end. */
final class JsonReport implements TestReport {
  private final ObjectMapper json = new ObjectMapper();
  private final PrintStream out;

  JsonReport(PrintStream out) {
    this.out = out;
  }

  @Override
  public void file(File file) {
    for (Case test : file.cases()) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("type", "test");
      line.put("file", file.name());
      line.put("path", test.path());
      line.put("status", test.status().name().toLowerCase(Locale.ROOT));
      line.put("tookMs", test.tookMs());
      if (!test.printed().isEmpty()) line.put("printed", test.printed());
      test.why().ifPresent(why -> line.putAll(failure(why)));
      write(line);
    }
    for (Throwable trouble : file.trouble()) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("type", "file");
      line.put("file", file.name());
      line.put("status", "failed");
      line.putAll(failure(trouble));
      write(line);
    }
  }

  private static Map<String, Object> failure(Throwable why) {
    Map<String, Object> failure = new LinkedHashMap<>();
    failure.put("message", String.valueOf(why.getMessage()));
    if (why instanceof JsTestFailure js) failure.put("stack", js.stack());
    return failure;
  }

  @Override
  public void note(String name, String text) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("type", name);
    line.put("text", text);
    write(line);
  }

  @Override
  public void end(List<File> files, long tookMs) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("type", "end");
    for (Status status : Status.values())
      line.put(
          status.name().toLowerCase(Locale.ROOT),
          files.stream().mapToLong(f -> f.count(status)).sum());
    line.put("files", files.size());
    line.put("tookMs", tookMs);
    write(line);
  }

  private void write(Map<String, Object> line) {
    try {
      out.println(json.writeValueAsString(line));
      out.flush();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
