package minihost.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import minihost.policy.Ask;
import minihost.policy.Decision;
import minihost.policy.Decision.Finding;
import minihost.reason.Code;
import minihost.reason.Origin;
import minihost.reason.Platform;
import minihost.reason.Reason;

/** A decision as one line of JSON, for machines. */
final class DecisionJson {
  private static final JsonFactory JSON = new JsonFactory();

  private DecisionJson() {}

  /**
   * {@code allowed}, {@code api}, {@code url}, {@code findings}; of a refusal also {@code fix}, and
   * of a refused call what the script gets: {@code errMsg}, {@code errno}, {@code errCode}.
   */
  static String of(Decision decision, Platform platform) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.writeStartObject();
      out.writeBooleanField("allowed", decision.allowed());
      out.writeStringField("api", decision.ask().api());
      out.writeStringField("url", decision.ask().url());
      out.writeArrayFieldStart("findings");
      for (Finding finding : decision.findings()) finding(out, finding);
      out.writeEndArray();
      if (!decision.allowed()) refusal(out, decision, platform);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void finding(JsonGenerator out, Finding finding) throws IOException {
    Reason reason = finding.reason();
    out.writeStartObject();
    out.writeStringField("verdict", finding.verdict().name().toLowerCase(Locale.ROOT));
    out.writeStringField("rule", reason.code().name());
    out.writeStringField("why", reason.why());
    if (reason.origin() != Origin.BUILT_IN)
      out.writeStringField("origin", reason.origin().toString());
    out.writeEndObject();
  }

  private static void refusal(JsonGenerator out, Decision decision, Platform platform)
      throws IOException {
    Reason reason = decision.reason();
    out.writeStringField("fix", reason.fix());
    if (decision.ask() instanceof Ask.WebView) return; // no script is told
    out.writeStringField("errMsg", reason.errMsg(decision.ask().api(), platform));
    Code code = reason.code();
    if (code.errno() != Code.NO_ERRNO) out.writeNumberField("errno", code.errno());
    if (decision.ask() instanceof Ask.Container) out.writeNumberField("errCode", code.errCode());
  }
}
