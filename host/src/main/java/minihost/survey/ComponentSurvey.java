package minihost.survey;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import minihost.component.ComponentCode;
import minihost.config.AppJson;
import minihost.config.ComponentJson;
import minihost.config.Setting;
import minihost.module.ModuleFile;
import minihost.module.ModuleSyntaxException;
import minihost.module.ModuleTree;
import minihost.module.SourceScan;
import minihost.reason.Origin;
import minihost.reason.Reason;
import minihost.survey.Finding.Kind;
import minihost.wx.WxMembers;
import minihost.wxml.Place;
import minihost.wxml.WxmlCompiler;
import minihost.wxml.WxmlException;
import minihost.wxml.WxsText;

/** Reads the JSON and the WXML of a program's pages and components. */
final class ComponentSurvey {
  private final AppJson app;
  private final ModuleTree tree;
  private final Survey.Findings findings;
  private final WxmlCompiler compiler;

  ComponentSurvey(AppJson app, ModuleTree tree, Survey.Findings findings) {
    this.app = app;
    this.tree = tree;
    this.findings = findings;
    compiler = new WxmlCompiler(tree::text);
  }

  private ComponentJson read(String id) {
    return tree.text(id).map(text -> ComponentJson.read(id, text)).orElse(ComponentJson.NONE);
  }

  /** The components that a file names. */
  void json(String id) {
    ComponentJson json = read(id);
    json.usingComponents().forEach((tag, name) -> component(id, tag, name));
    json.generics().forEach((tag, name) -> name.ifPresent(n -> component(id, tag, n)));
  }

  private void component(String file, String tag, Setting<String> name) {
    if (AppJson.isOfPlugin(name.value())) {
      findings.add(
          Kind.PLUGIN,
          "a component of the plugin " + AppJson.pluginOf(name.value()),
          "its code is on WeChat's servers only: use one of your own here",
          name.origin());
      return;
    }
    Optional<ModuleFile> found = tree.resolve(file, name.value());
    if (found.isEmpty())
      findings.add(
          Kind.COMPONENT,
          "<" + tag + "> is " + name.value() + ", and there is no such component",
          ComponentCode.howToGet(name.value()),
          name.origin());
    else if (found.get().id().contains("node_modules/"))
      findings.add(
          Kind.NPM,
          "component " + name.value() + " is read from node_modules",
          "build npm in the WeChat tools: phones read miniprogram_npm",
          name.origin());
  }

  /** A WXML file, its script modules, and its tags where it is a page's or a component's. */
  void template(String id) {
    try {
      String stem = id.substring(0, id.length() - ".wxml".length());
      WxmlCompiler.Compiled compiled = compiler.compile(id, tree.text(id).orElse(""));
      compiled.scripts().forEach(this::script);
      // A file of templates alone has the components of those who import it.
      if (tree.file(stem).isPresent()) tags(stem, compiled.tags());
    } catch (WxmlException e) {
      findings.add(Kind.SYNTAX, e.reason().why(), e.reason().fix(), e.reason().origin());
    }
  }

  private void tags(String stem, Map<String, Place> tags) {
    ComponentJson json = read(stem + ".json");
    for (Reason reason : json.problems())
      findings.add(Kind.SYNTAX, reason.why(), reason.fix(), reason.origin());
    Set<String> known = new HashSet<>(app.usingComponents().keySet());
    known.addAll(json.usingComponents().keySet());
    known.addAll(json.generics().keySet());
    tags.forEach(
        (tag, place) -> {
          if (tag.contains("-") && !known.contains(tag) && !WxMembers.isComponent(tag))
            findings.add(
                Kind.TAG,
                "<" + tag + "> is no component of " + stem,
                "name it in usingComponents of " + stem + ".json, or correct the tag",
                new Origin(place.file(), place.line(), ""));
        });
  }

  private void script(WxmlCompiler.Script script) {
    Origin place = new Origin(script.place().file(), script.place().line(), "");
    Optional<String> code = script.code().or(() -> tree.text(script.id()));
    if (code.isEmpty()) {
      String fix = "correct the src of <wxs>, or add the file";
      findings.add(Kind.MODULE, "WXS module " + script.id(), fix, place);
      return;
    }
    boolean inline = script.code().isPresent();
    String file = inline ? place.file() : script.id();
    String lines = inline ? "\n".repeat(place.line() - 1) : "";
    try {
      SourceScan.of(file, lines + code.get(), "wx");
    } catch (ModuleSyntaxException e) {
      if (parses(file, WxsText.freeWords(code.get()))) return;
      String what = e.getMessage().lines().findFirst().orElse("").replaceFirst("^\\S+ ", "");
      findings.add(Kind.SYNTAX, what, "correct the script", new Origin(file, e.line(), ""));
    }
  }

  private static boolean parses(String file, String code) {
    try {
      SourceScan.of(file, code, "wx");
      return true;
    } catch (ModuleSyntaxException _) {
      return false;
    }
  }
}
