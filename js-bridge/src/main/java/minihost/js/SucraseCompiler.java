package minihost.js;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import minihost.module.ModuleSyntaxException;
import minihost.module.TypeScriptCompiler;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/**
 * Strips types with sucrase, a JavaScript library, in a Context of its own that is made when the
 * first TypeScript file comes. Works on the calling thread, one call at a time.
 */
public final class SucraseCompiler implements TypeScriptCompiler, AutoCloseable {
  private static final String VERSION = "sucrase 3.35.1";

  /** The place sucrase puts at the end of its messages; ours goes to the front. */
  private static final Pattern PLACE = Pattern.compile(" \\(\\d+:\\d+\\)$");

  private Context context;
  private Value stripTypes;

  @Override
  public String version() {
    return VERSION;
  }

  @Override
  public synchronized String compile(String id, String source) {
    if (context == null) {
      context = JsEngine.newContext();
      stripTypes =
          context
              .eval(JsEngine.resource(SucraseCompiler.class, "sucrase.js"))
              .getMember("stripTypes");
    }
    try {
      return stripTypes.execute(source).asString();
    } catch (PolyglotException e) {
      throw problem(id, source, e);
    }
  }

  private static RuntimeException problem(String id, String source, PolyglotException e) {
    Value error = e.getGuestObject();
    Value place = error == null ? null : error.getMember("loc");
    if (place == null || !place.hasMembers()) {
      return e;
    }
    Matcher text = PLACE.matcher(error.getMember("message").asString());
    int line = place.getMember("line").asInt();
    int column = place.getMember("column").asInt();
    return new ModuleSyntaxException(id, source, line, column, text.replaceFirst(""));
  }

  @Override
  public synchronized void close() {
    if (context != null) {
      context.close(true);
      context = null;
    }
  }
}
