package minihost.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import minihost.survey.Finding;
import minihost.survey.Survey;

/** What the doctor found as one line of JSON, for machines. */
final class DoctorJson {
  private static final JsonFactory JSON = new JsonFactory();

  private DoctorJson() {}

  /**
   * {@code checks} (grade, what, fix), {@code scripts}, {@code members} (name to {@code works},
   * {@code answered} or {@code absent}) and {@code findings} (kind, broken, what, fix, file, line,
   * times); the latter three when there is a program to read.
   */
  static String of(List<Checkup.Finding> checks, Optional<Survey> survey) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.writeStartObject();
      out.writeArrayFieldStart("checks");
      for (Checkup.Finding check : checks) {
        out.writeStartObject();
        out.writeStringField("grade", lower(check.grade()));
        out.writeStringField("what", check.what());
        out.writeStringField("fix", check.fix());
        out.writeEndObject();
      }
      out.writeEndArray();
      if (survey.isPresent()) survey(out, survey.get());
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void survey(JsonGenerator out, Survey survey) throws IOException {
    out.writeNumberField("scripts", survey.files());
    out.writeObjectFieldStart("members");
    for (Map.Entry<String, Survey.State> member : survey.members().entrySet())
      out.writeStringField(member.getKey(), lower(member.getValue()));
    out.writeEndObject();
    out.writeArrayFieldStart("findings");
    for (Finding finding : survey.findings()) {
      out.writeStartObject();
      out.writeStringField("kind", lower(finding.kind()));
      out.writeBooleanField("broken", finding.kind().isBroken());
      out.writeStringField("what", finding.what());
      out.writeStringField("fix", finding.fix());
      out.writeStringField("file", finding.place().file());
      out.writeNumberField("line", finding.place().line());
      out.writeNumberField("times", finding.times());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
