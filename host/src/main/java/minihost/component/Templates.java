package minihost.component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import minihost.js.JsException;
import minihost.js.JsRuntime;
import minihost.reason.Origin;
import minihost.reason.Reason;
import minihost.wxml.WxmlCompiler;
import minihost.wxml.WxmlException;
import minihost.wxml.WxsText;

/** WXML files and WXS modules of a program, compiled when they are first needed. JS thread. */
final class Templates {
  /**
   * What a WXS module sees besides the language: nothing of the program (WXS reference: modules are
   * isolated from JavaScript).
   */
  private static final String WXS_HEAD =
      "(function(require,module,exports,getDate,getRegExp,wx,App,Page,Component,Behavior,getApp,"
          + "getCurrentPages,global,globalThis,setTimeout,setInterval,Promise){";

  private final JsRuntime js;
  private final ComponentFiles files;
  private final Consumer<Reason> notice;
  private final WxmlCompiler compiler;
  private final Map<String, WxmlCompiler.Script> inline = new HashMap<>();
  private final Map<String, List<String>> imports = new HashMap<>();

  Templates(JsRuntime js, ComponentFiles files, Consumer<Reason> notice) {
    this.js = js;
    this.files = files;
    this.notice = notice;
    compiler = new WxmlCompiler(files::text);
  }

  /** The compiled file as the function that the compiler wrote; null, and told, without one. */
  Object template(String path) {
    Optional<String> text = files.text(path);
    if (text.isEmpty()) {
      tell(ComponentCode.TEMPLATE_NOT_FOUND, "there is no " + path, "add the file", path, 0);
      return null;
    }
    try {
      WxmlCompiler.Compiled compiled = compiler.compile(path, text.get());
      imports.put(path, compiled.imports());
      for (WxmlCompiler.Script s : compiled.scripts())
        if (s.code().isPresent()) inline.put(s.id(), s);
      return js.function(JsRuntime.INTERNAL + path, compiled.js());
    } catch (WxmlException e) {
      notice.accept(e.reason());
      return null;
    }
  }

  /** The files whose templates a compiled file uses. */
  List<String> imports(String path) {
    return imports.getOrDefault(path, List.of());
  }

  /** A WXS module as a function of require, module, exports …; null, and told, if it is broken. */
  Object script(String id) {
    WxmlCompiler.Script script = inline.get(id);
    if (script != null) {
      String lines = "\n".repeat(script.place().line() - 1);
      return wxs(script.place().file(), lines + script.code().orElseThrow());
    }
    Optional<String> text = files.text(id);
    if (text.isPresent()) return wxs(id, text.get());
    tell(ComponentCode.WXS_NOT_FOUND, "there is no " + id, "correct the src of <wxs>", id, 0);
    return null;
  }

  private Object wxs(String file, String code) {
    try {
      return wxsFunction(file, code);
    } catch (JsException e) {
      return withFreeWords(file, code, e);
    }
  }

  /** Once more with the names that only WXS allows; what is told is what was wrong at first. */
  private Object withFreeWords(String file, String code, JsException first) {
    try {
      return wxsFunction(file, WxsText.freeWords(code));
    } catch (JsException _) {
      String why = file + ": " + first.error().message();
      tell(ComponentCode.WXS_SYNTAX, why, "correct the script", file, 0);
      return null;
    }
  }

  private Object wxsFunction(String file, String code) {
    return js.function(file, WXS_HEAD + WxsText.typeNames(code) + "\n})");
  }

  private void tell(ComponentCode code, String why, String fix, String file, int line) {
    notice.accept(new Reason(code, why, fix, new Origin(file, line, "")));
  }
}
