package minihost.module;

import com.oracle.js.parser.ir.ImportClauseNode;
import com.oracle.js.parser.ir.ImportNode;
import com.oracle.js.parser.ir.ImportSpecifierNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The names that rewritten code uses: one constant per imported module ({@code $m0}, its default
 * {@code $m0d}, its namespace {@code $m0n}), and what each imported name of the author stands for.
 * No generated name begins with anything that occurs in the author's text.
 */
final class Names {
  private final String prefix;
  final String helper;
  final String defaultExport;

  /** Module specifier to constant, in the order of first mention, which is evaluation order. */
  private final Map<String, String> modules = new LinkedHashMap<>();

  private final Map<String, String> imported = new HashMap<>();
  private final Set<String> defaults = new HashSet<>();
  private final Set<String> namespaces = new HashSet<>();

  Names(String source) {
    prefix = unused(source, "$m");
    helper = unused(source, "$esm");
    defaultExport = unused(source, "_default");
  }

  private static String unused(String source, String base) {
    String name = base;
    while (source.contains(name)) {
      name += "$";
    }
    return name;
  }

  /** The constants of the imported modules by specifier. */
  Map<String, String> modules() {
    return modules;
  }

  String module(String specifier) {
    return modules.computeIfAbsent(specifier, s -> prefix + modules.size());
  }

  /** The expression that reads {@code name} of a module now: imports are live. */
  String read(String specifier, String name) {
    String module = module(specifier);
    if (name.equals("default")) {
      defaults.add(specifier);
      return module + "d.default";
    }
    return isPlain(name) ? module + "." + name : module + "[" + quote(name) + "]";
  }

  String namespace(String specifier) {
    namespaces.add(specifier);
    return module(specifier) + "n";
  }

  boolean needsDefault(String specifier) {
    return defaults.contains(specifier);
  }

  boolean needsNamespace(String specifier) {
    return namespaces.contains(specifier);
  }

  void bind(ImportNode node) {
    String specifier = node.getModuleSpecifier().getString();
    module(specifier);
    ImportClauseNode clause = node.getImportClause();
    if (clause == null) {
      return;
    }
    if (clause.getDefaultBinding() != null) {
      imported.put(clause.getDefaultBinding().getName(), read(specifier, "default"));
    }
    if (clause.getNameSpaceImport() != null) {
      imported.put(
          clause.getNameSpaceImport().getBindingIdentifier().getName(), namespace(specifier));
    }
    if (clause.getNamedImports() != null) {
      for (ImportSpecifierNode name : clause.getNamedImports().getImportSpecifiers()) {
        String local = name.getBindingIdentifier().getName();
        String theirs =
            name.getIdentifier() == null ? local : name.getIdentifier().getPropertyName();
        imported.put(local, read(specifier, theirs));
      }
    }
  }

  /** What a name of the module's top level stands for; the name itself when it is not imported. */
  String expression(String local) {
    return imported.getOrDefault(local, local);
  }

  boolean isImported(String local) {
    return imported.containsKey(local);
  }

  private static boolean isPlain(String name) {
    return !name.isEmpty()
        && Character.isUnicodeIdentifierStart(name.codePointAt(0))
        && name.codePoints().allMatch(c -> Character.isUnicodeIdentifierPart(c));
  }

  /** A JavaScript string literal on one line. */
  static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
