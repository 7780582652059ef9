package minihost.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import minihost.policy.Decision;
import minihost.reason.Origin;
import minihost.reason.Reason;

/** Writes events as JSON, one line each, for machines ({@code --json}). */
public final class JsonLines {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonLines() {}

  /** One line without its line end; every event has {@code type} and {@code at}. */
  public static String line(Event event) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.writeStartObject();
      out.writeNumberField("at", event.at());
      write(out, event);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator out, Event event) throws IOException {
    switch (event) {
      case Event.CallStarted e -> {
        call(out, "call", e.call());
        out.writeStringField("api", e.api());
        out.writeFieldName("options");
        value(out, e.options());
      }
      case Event.CallQueued e -> {
        call(out, "queued", e.call());
        out.writeNumberField("ahead", e.ahead());
      }
      case Event.Decided e -> {
        call(out, "decision", e.call());
        decision(out, e.decision());
      }
      case Event.CallProgress e -> {
        call(out, e.what(), e.call());
        fields(out, e.facts());
      }
      case Event.CallEnded e -> {
        call(out, "end", e.call());
        out.writeStringField("api", e.api());
        out.writeBooleanField("ok", e.ok());
        out.writeStringField("errMsg", e.errMsg());
        if (e.errno().isPresent()) out.writeNumberField("errno", e.errno().get());
        fields(out, e.facts());
        if (e.reason().isPresent()) reason(out, e.reason().get());
        out.writeNumberField("tookMs", e.tookMs());
      }
      case Event.NamePrefetched e -> {
        type(out, "prefetch");
        out.writeStringField("name", e.name());
        out.writeFieldName("addresses");
        value(out, e.addresses());
        if (!e.failure().isEmpty()) out.writeStringField("failure", e.failure());
        out.writeNumberField("tookMs", e.tookMs());
      }
      case Event.Console e -> {
        type(out, "console");
        out.writeStringField("level", e.level());
        out.writeStringField("text", e.text());
      }
      case Event.ScriptError e -> {
        type(out, "error");
        out.writeStringField("kind", e.kind());
        out.writeStringField("message", e.message());
        out.writeStringField("stack", e.stack());
        out.writeStringField("where", e.where());
      }
      case Event.Lifecycle e -> {
        type(out, "lifecycle");
        out.writeStringField("state", e.state());
      }
      case Event.Network e -> {
        type(out, "network");
        out.writeStringField("what", e.what());
      }
      case Event.Page e -> {
        type(out, "page");
        out.writeStringField("hook", e.hook());
        out.writeStringField("route", e.route());
      }
      case Event.Note e -> {
        type(out, "note");
        reason(out, e.reason());
      }
    }
  }

  private static void type(JsonGenerator out, String type) throws IOException {
    out.writeStringField("type", type);
  }

  private static void call(JsonGenerator out, String type, int call) throws IOException {
    type(out, type);
    out.writeNumberField("call", call);
  }

  private static void decision(JsonGenerator out, Decision decision) throws IOException {
    out.writeStringField("url", decision.ask().url());
    out.writeBooleanField("allowed", decision.allowed());
    reason(out, decision.reason());
  }

  private static void reason(JsonGenerator out, Reason reason) throws IOException {
    out.writeStringField("rule", reason.code().name());
    out.writeStringField("why", reason.why());
    if (!reason.fix().isEmpty()) out.writeStringField("fix", reason.fix());
    if (reason.origin() != Origin.BUILT_IN)
      out.writeStringField("origin", reason.origin().toString());
  }

  private static void fields(JsonGenerator out, Map<String, Object> facts) throws IOException {
    for (Map.Entry<String, Object> fact : facts.entrySet()) {
      out.writeFieldName(fact.getKey());
      value(out, fact.getValue());
    }
  }

  private static void value(JsonGenerator out, Object value) throws IOException {
    switch (value) {
      case null -> out.writeNull();
      case Map<?, ?> map -> {
        out.writeStartObject();
        for (Map.Entry<?, ?> e : map.entrySet()) {
          out.writeFieldName(String.valueOf(e.getKey()));
          value(out, e.getValue());
        }
        out.writeEndObject();
      }
      case List<?> list -> {
        out.writeStartArray();
        for (Object item : list) value(out, item);
        out.writeEndArray();
      }
      case byte[] bytes -> out.writeString("(" + bytes.length + " bytes)");
      case Boolean bool -> out.writeBoolean(bool);
      case Double d when d == Math.rint(d) && Math.abs(d) < 1e15 -> out.writeNumber(d.longValue());
      case Double d -> out.writeNumber(d);
      case Long n -> out.writeNumber(n);
      case Integer n -> out.writeNumber(n);
      default -> out.writeString(value.toString());
    }
  }
}
