package minihost.js;

import org.graalvm.polyglot.Engine;

/**
 * What runs the JavaScript of this process.
 *
 * @param version of GraalJS
 * @param compiles whether hot functions become machine code, or all is interpreted
 */
public record EngineFacts(String version, boolean compiles) {
  /** Starts the engine if nothing has done so; takes a while then. */
  public static EngineFacts ofThisProcess() {
    Engine engine = JsEngine.shared();
    return new EngineFacts(
        engine.getVersion(), !engine.getImplementationName().equals("Interpreted"));
  }
}
