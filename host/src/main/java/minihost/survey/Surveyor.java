package minihost.survey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import minihost.app.Plugins;
import minihost.config.NpmRelation;
import minihost.config.Settings;
import minihost.js.SucraseCompiler;
import minihost.module.ModuleFile;
import minihost.module.ModuleSyntaxException;
import minihost.module.ModuleTree;
import minihost.module.NpmFolder;
import minihost.module.SourceScan;
import minihost.reason.Origin;
import minihost.reason.Reason;
import minihost.survey.Finding.Kind;
import minihost.survey.Survey.State;
import minihost.wx.WxMembers;

/** Reads all scripts of a program without running any, and says what of it works here. */
public final class Surveyor implements AutoCloseable {
  private final Settings settings;
  private final Map<String, Boolean> members;
  private final ModuleTree tree;
  private final UrlCheck urls;
  private final SucraseCompiler typeScript = new SucraseCompiler();
  private final Survey.Findings findings = new Survey.Findings();
  private final Map<String, State> used = new TreeMap<>();

  /**
   * @param members what is on {@code wx}, and whether it is made up
   */
  public Surveyor(Settings settings, Map<String, Boolean> members) throws IOException {
    this.settings = settings;
    this.members = members;
    urls = new UrlCheck(settings);
    tree = new ModuleTree(settings.programRoot(), settings.app().resolveAlias(), npm(settings));
  }

  private static List<NpmFolder> npm(Settings settings) {
    return settings.project().npm().stream().map(Surveyor::folder).toList();
  }

  private static NpmFolder folder(NpmRelation npm) {
    return new NpmFolder(npm.folder(), npm.packages());
  }

  /** Reads everything, once. */
  public Survey survey() {
    ComponentSurvey components = new ComponentSurvey(settings.app(), tree, findings);
    int read = 0;
    for (String id : FolderFiles.in(settings.programRoot(), besides())) {
      if (id.endsWith(".json")) components.json(id);
      if (id.endsWith(".wxml")) components.template(id);
      Optional<ModuleFile> file = FolderFiles.isScript(id) ? tree.file(id) : Optional.empty();
      // Of a compiled script and its source the first is the program's.
      if (file.isEmpty() || !file.get().id().equals(id)) continue;
      read++;
      read(file.get());
    }
    return new Survey(read, used, findings.sorted());
  }

  private Set<Path> besides() {
    Set<Path> besides = new HashSet<>();
    settings.lab().routes().ifPresent(routes -> besides.add(routes.value().getParent()));
    besides.remove(settings.programRoot());
    return besides;
  }

  private void read(ModuleFile file) {
    try {
      String text = file.read();
      String js = file.isTypeScript() ? typeScript.compile(file.id(), text) : text;
      SourceScan.Facts facts = SourceScan.of(file.id(), js, "wx");
      Set<String> asked = asked(facts);
      for (SourceScan.Use use : facts.uses()) use(file.id(), use, asked);
      for (SourceScan.Text said : facts.texts()) text(file.id(), said);
    } catch (ModuleSyntaxException e) {
      String what = e.getMessage().lines().findFirst().orElse("").replaceFirst("^\\S+ ", "");
      Origin place = new Origin(file.id(), e.line(), "");
      findings.add(Kind.SYNTAX, what, "correct the text there", place);
    } catch (UncheckedIOException e) {
      findings.add(Kind.SYNTAX, e.getMessage(), "", new Origin(file.id(), 1, ""));
    }
  }

  /** What the file asks for before it uses it. */
  private static Set<String> asked(SourceScan.Facts facts) {
    Set<String> asked = new HashSet<>();
    for (SourceScan.Use use : facts.uses()) if (!use.wanted()) asked.add(use.name());
    for (SourceScan.Text text : facts.texts())
      if (text.function().equals("wx.canIUse")) asked.add(text.text().split("\\.")[0]);
    return asked;
  }

  private void use(String file, SourceScan.Use use, Set<String> asked) {
    String name = use.name();
    if (!WxMembers.all().contains(name) && !members.containsKey(name)) return;
    Origin place = new Origin(file, use.line(), "");
    Boolean madeUp = members.get(name);
    if (madeUp == null) {
      used.put(name, State.ABSENT);
      boolean broken = use.wanted() && !asked.contains(name);
      findings.add(
          broken ? Kind.ABSENT : Kind.ASKED,
          "wx." + name,
          broken ? "ask for it in minihost's issues, or guard it by wx.canIUse" : "",
          place);
    } else {
      used.put(name, madeUp ? State.ANSWERED : State.WORKS);
      if (madeUp) findings.add(Kind.MADE_UP, "wx." + name, "", place);
    }
  }

  private void text(String file, SourceScan.Text said) {
    Origin place = new Origin(file, said.line(), "");
    switch (said.function()) {
      case "requirePlugin", "requirePlugin.async" -> plugin(said.text(), place);
      case "wx.createWorker" -> worker(said.text(), place);
      case SourceScan.REQUIRE, "require.async", "import" -> module(file, said.text(), place);
      case SourceScan.URL -> urls.refusal(said.text()).ifPresent(r -> domain(r, place));
      default -> {}
    }
  }

  private void domain(UrlCheck.Refusal refusal, Origin place) {
    findings.add(Kind.DOMAIN, refusal.what(), refusal.fix(), place);
  }

  private void plugin(String alias, Origin place) {
    if (settings.plugins().containsKey(alias)) return;
    Reason reason = Plugins.absent(settings.app(), alias);
    findings.add(Kind.PLUGIN, reason.why(), reason.fix(), place);
  }

  private void worker(String path, Origin place) {
    String folder = settings.app().workers();
    boolean there =
        !folder.isEmpty()
            && tree.file(path).filter(file -> file.id().startsWith(folder + "/")).isPresent();
    if (!there)
      findings.add(
          Kind.WORKER,
          "worker "
              + path
              + (folder.isEmpty()
                  ? ": app.json names no workers folder"
                  : " is not in " + folder + "/"),
          "name the folder as workers in app.json, and the script with its path from the root",
          place);
  }

  private void module(String file, String specifier, Origin place) {
    Optional<ModuleFile> found = tree.resolve(file, specifier);
    if (found.isEmpty())
      findings.add(
          Kind.MODULE,
          "module " + specifier,
          specifier.startsWith(".") || specifier.startsWith("/")
              ? "correct the path, or add the file"
              : "install it with npm, and build npm in the WeChat tools",
          place);
    else if (found.get().id().contains("node_modules/"))
      findings.add(
          Kind.NPM,
          "package " + specifier + " is read from node_modules",
          "build npm in the WeChat tools: phones read miniprogram_npm",
          place);
  }

  @Override
  public void close() {
    typeScript.close();
  }
}
