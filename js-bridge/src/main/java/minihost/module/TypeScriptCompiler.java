package minihost.module;

/**
 * Turns TypeScript into JavaScript line for line: types go, imports and exports stay. An interface
 * because the compiler is itself JavaScript and needs an engine to run in.
 */
public interface TypeScriptCompiler {
  /** Name and version, part of the cache key. */
  String version();

  /**
   * @param id names the file in errors
   * @throws ModuleSyntaxException when the file does not parse, or uses what cannot be compiled
   */
  String compile(String id, String source);
}
