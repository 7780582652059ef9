package minihost.module;

import com.oracle.js.parser.ir.Module;
import com.oracle.js.parser.ir.Module.ExportEntry;
import com.oracle.js.parser.ir.Module.ModuleRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * What runs before the first statement of a rewritten module, on its first line: the exports are
 * announced, so that modules of a cycle find them, then the imported modules are loaded in order.
 */
final class Prologue {
  private final Names names;
  private final List<String> getters = new ArrayList<>();
  private final List<String> stars;

  Prologue(Names names, Module module) {
    this.names = names;
    for (ExportEntry entry : module.getLocalExportEntries()) {
      export(entry, names.expression(EsModules.local(entry, names)));
    }
    for (ExportEntry entry : module.getIndirectExportEntries()) {
      String from = specifier(entry.getModuleRequest());
      boolean namespace = entry.getImportName().equals(Module.STAR_NAME);
      export(
          entry,
          namespace
              ? names.namespace(from)
              : names.read(from, entry.getImportName().toJavaStringUncached()));
    }
    stars =
        module.getStarExportEntries().stream().map(e -> specifier(e.getModuleRequest())).toList();
  }

  private static String specifier(ModuleRequest request) {
    return request.specifier().toJavaStringUncached();
  }

  private void export(ExportEntry entry, String expression) {
    String name = entry.getExportName().toJavaStringUncached();
    getters.add("[" + Names.quote(name) + "]:()=>" + expression);
  }

  String text() {
    StringBuilder text = new StringBuilder("\"use strict\";");
    text.append(names.helper).append(".exports({").append(String.join(",", getters)).append("});");
    names.modules().forEach((specifier, name) -> load(specifier, name, text));
    return text.toString();
  }

  private void load(String specifier, String name, StringBuilder text) {
    text.append("const ").append(name).append('=').append(names.helper).append(".load(");
    text.append(Names.quote(specifier)).append(')');
    if (names.needsDefault(specifier)) {
      text.append(',').append(name).append("d=").append(names.helper).append(".interop(");
      text.append(name).append(')');
    }
    if (names.needsNamespace(specifier)) {
      text.append(',').append(name).append("n=").append(names.helper).append(".namespace(");
      text.append(name).append(')');
    }
    text.append(';');
    if (stars.contains(specifier)) {
      text.append(names.helper).append(".star(").append(name).append(");");
    }
  }
}
