package minihost.app;

import java.util.Optional;

/** The program's own files, as far as they are run on behalf of app.json. JS thread. */
public interface ProgramModules {
  /**
   * Finds the script of an entry.
   *
   * @param entry {@code app} or a route, without extension
   * @return the module's id, such as {@code pages/index/index.ts}; empty if there is no such file
   */
  Optional<String> resolve(String entry);

  /**
   * Runs a module's body, once; a second call does nothing.
   *
   * @throws minihost.js.JsException what the body threw, or its syntax error
   */
  void run(String id);

  /** The text of a file of the package, such as {@code pages/index/index.wxml}. */
  Optional<String> text(String path);

  /**
   * The component that a JSON file names, found as {@code require} finds modules.
   *
   * @return its path without extension
   */
  Optional<String> component(String from, String name);
}
