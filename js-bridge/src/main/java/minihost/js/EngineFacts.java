package minihost.js;

import org.graalvm.polyglot.Engine;

/**
 * What runs the JavaScript of this process.
 *
 * @param version of GraalJS
 * @param compiles whether hot functions become machine code, or all is interpreted
 */
public record EngineFacts(String version, boolean compiles) {
  /** The engine's own answer is "Development Build" unless it comes with a GraalVM. */
  private static final String VERSION_FILE = "/META-INF/graalvm/org.graalvm.truffle/version";

  /** Starts the engine if nothing has done so; takes a while then. */
  public static EngineFacts ofThisProcess() {
    Engine engine = JsEngine.shared();
    String file = JsEngine.text(EngineFacts.class, VERSION_FILE).strip();
    return new EngineFacts(file, !engine.getImplementationName().equals("Interpreted"));
  }
}
