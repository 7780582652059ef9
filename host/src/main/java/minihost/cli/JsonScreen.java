package minihost.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import minihost.journal.Event;
import minihost.journal.JsonLines;

/**
 * Shows a run to a machine: one line of JSON for each event, and one of type {@code reply} for each
 * answer to a command.
 */
final class JsonScreen implements Screen {
  private static final JsonFactory JSON = new JsonFactory();

  private final Consumer<String> out;

  JsonScreen(Consumer<String> out) {
    this.out = out;
  }

  @Override
  public void event(Event event) {
    out.accept(JsonLines.line(event));
  }

  @Override
  public void say(String text) {
    if (!text.isEmpty()) reply(true, text);
  }

  @Override
  public void complain(String text) {
    reply(false, text);
  }

  private void reply(boolean ok, String text) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("type", "reply");
      json.writeBooleanField("ok", ok);
      json.writeStringField("text", text.stripTrailing());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.accept(line.toString());
  }
}
