package minihost.cli;

import minihost.js.EngineFacts;
import picocli.CommandLine.IVersionProvider;

/** What runs here: minihost, GraalJS, Java, and whether JavaScript is compiled. */
final class Version implements IVersionProvider {
  /** Of the jar; classes that are not in one have none. */
  static String ofMinihost() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }

  static String ofJava() {
    return Runtime.version() + " (" + System.getProperty("java.vendor") + ")";
  }

  static String ofEngine(EngineFacts engine) {
    return engine.version() + (engine.compiles() ? " with JIT" : ", interpreted (no JIT)");
  }

  @Override
  public String[] getVersion() {
    EngineFacts engine = EngineFacts.ofThisProcess();
    return new String[] {
      "minihost " + ofMinihost(),
      "GraalJS  " + engine.version(),
      "Java     " + ofJava(),
      "JIT      " + (engine.compiles() ? "yes" : "no")
    };
  }
}
