package minihost.component;

import java.util.Optional;

/** The program's files, as components are made of them. JS thread. */
public interface ComponentFiles {
  /**
   * The text of a file of the package.
   *
   * @param path from the program's root, with its extension
   */
  Optional<String> text(String path);

  /**
   * The component that a file names, by the rules of {@code require}.
   *
   * @param from the path of the file that names it
   * @param name as written in usingComponents
   * @return its path without extension, as {@code components/tag/tag}
   */
  Optional<String> component(String from, String name);

  /** Runs a component's script, once, so that it registers; what it throws is reported. */
  void runComponent(String id);
}
