package minihost.wx;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import minihost.api.Args;

/**
 * One operation of the FileSystemManager, the same with callbacks and at once.
 *
 * @param required parameters with their class tags
 */
record FileOperation(String name, boolean hasSync, Map<String, String> required, Work work) {
  @FunctionalInterface
  interface Work {
    Map<String, Object> of(Args args) throws IOException;
  }

  @FunctionalInterface
  interface Silent {
    void of(Args args) throws IOException;
  }

  static FileOperation giving(String name, Work work) {
    return new FileOperation(name, true, Map.of(), work);
  }

  static FileOperation doing(String name, Silent work) {
    return giving(
        name,
        args -> {
          work.of(args);
          return Map.of();
        });
  }

  FileOperation needs(String... parameters) {
    Map<String, String> more = new LinkedHashMap<>(required);
    for (String parameter : parameters) more.put(parameter, "String");
    return new FileOperation(name, hasSync, more, work);
  }

  FileOperation withoutSync() {
    return new FileOperation(name, false, required, work);
  }
}
