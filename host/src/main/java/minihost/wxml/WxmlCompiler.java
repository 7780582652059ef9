package minihost.wxml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Compiles WXML to JavaScript that makes and updates a tree by glass-easel's rules. */
public final class WxmlCompiler {
  /**
   * A compiled file.
   *
   * @param js a function expression: given the helpers of templates.js, it gives the file's
   *     templates by name, the file itself under ""
   * @param imports other WXML files whose templates it uses, by path
   * @param scripts its script modules
   * @param nodes what stands outside templates
   */
  public record Compiled(
      String js, List<String> imports, List<Script> scripts, List<Markup> nodes) {
    /** Its elements outside templates, each name once, where it first stands. */
    public Map<String, Place> tags() {
      Map<String, Place> tags = new LinkedHashMap<>();
      nodes.forEach(node -> addTags(node, tags));
      return tags;
    }

    private static void addTags(Markup node, Map<String, Place> into) {
      if (!(node instanceof Markup.Element e)) return;
      into.putIfAbsent(e.name(), e.place());
      e.children().forEach(child -> addTags(child, into));
    }
  }

  /**
   * A script module that a file names.
   *
   * @param id what the compiled code asks for it by
   * @param code of an inline module; empty where {@code id} is a file
   * @param place of its tag
   */
  public record Script(String id, Optional<String> code, Place place) {}

  private final Function<String, Optional<String>> read;

  /**
   * @param read the text of a file of the program, by its path from the root
   */
  public WxmlCompiler(Function<String, Optional<String>> read) {
    this.read = read;
  }

  /**
   * @param path of the file, such as {@code pages/index/index.wxml}
   * @throws WxmlException with line and column, for what WeChat's tools refuse as well
   */
  public Compiled compile(String path, String text) throws WxmlException {
    Markup.File file = MarkupParser.parse(path, text, read);
    StringBuilder js = new StringBuilder("(Q)=>{\"use strict\";const {X,Y,Z,P,M,L,W}=Q;\n");
    js.append("const H=Object.create(null);\n");
    js.append("const I=n=>H[n]??Q.imported(").append(JsText.string(path)).append(",n);\n");
    Scope scope = Scope.NONE;
    List<Script> scripts = new java.util.ArrayList<>();
    for (Markup.Script s : file.scripts()) {
      Script script = script(path, s);
      String variable = "m" + scripts.size();
      js.append("const ").append(variable).append("=W(").append(JsText.string(script.id()));
      js.append(");\n");
      scripts.add(script);
      scope = scope.with(new Scope.Variable(s.name(), variable, "", ""));
    }
    for (Map.Entry<String, List<Markup>> t : file.templates().entrySet())
      write(js, t.getKey(), t.getValue(), scope);
    write(js, "", file.nodes(), scope);
    js.append("return H}");
    return new Compiled(js.toString(), List.copyOf(file.imports()), scripts, file.nodes());
  }

  private static Script script(String path, Markup.Script s) {
    boolean inline = s.src().isEmpty();
    String id = inline ? path + "#" + s.name() : s.src();
    return new Script(id, inline ? Optional.of(s.code()) : Optional.empty(), s.place());
  }

  private static void write(StringBuilder js, String name, List<Markup> nodes, Scope scope)
      throws WxmlException {
    js.append("H[").append(JsText.string(name)).append("]=(R,C,D,U)=>{const K=U===true;Q.R(R);\n");
    js.append("return{C:(C,T,E,B,F,S,J)=>{\n");
    new TemplateWriter(js).write(nodes, scope);
    js.append("}}};\n");
  }
}
