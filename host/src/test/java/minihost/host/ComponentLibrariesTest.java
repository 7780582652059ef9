package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import minihost.app.Navigation;
import org.junit.jupiter.api.Test;

/**
 * Every component of two libraries that many programs stand on, unmodified: it becomes ready, bare
 * and with values for all of its properties, and nothing is thrown that nobody catches.
 */
class ComponentLibrariesTest {
  /** Notes what each component declares, and that it is ready, without a change to the library. */
  private static final String APP =
      """
      const define = Component
      const ready = []
      const declared = {}
      const propertiesOf = ({ behaviors = [], properties = {} }) =>
        Object.assign({}, ...behaviors.filter(b => typeof b === 'object').map(propertiesOf), properties)
      Component = definition => {
        const noted = Behavior({ lifetimes: { ready() {
          ready.push(this.is + '#' + this.id)
          declared[this.is] = propertiesOf(definition)
        } } })
        define({ ...definition, behaviors: [...(definition.behaviors ?? []), noted] })
      }
      App({ ready, declared })
      """;

  /** Opens a component bare and filled: values of the declared types, other than the defaults. */
  private static final String PAGE =
      """
      const { ready, declared } = getApp()
      const ITEM = { label: 'A', text: 'A', title: 'A', name: 'a', value: 'a', key: 'a', id: 'a', url: '/a.png', icon: 'star' }
      const isValue = name => /^(default)?(value|values|checked)$/i.test(name)
      const CHOICE = /type|size|theme|mode|format|placement|position|icon/i
      function sample(name, spec) {
        const type = spec?.type ?? spec
        const byDefault = spec?.value
        if (type === String) return byDefault || (CHOICE.test(name) ? undefined : 'text')
        if (type === Number) return byDefault || 2
        if (type === Boolean) return !byDefault
        if (type === Array) return byDefault?.length ? byDefault : isValue(name) ? ['a'] : [ITEM]
        if (type === Object) return byDefault ?? {}
        return undefined
      }
      Page({
        check(fills) {
          const full = this.selectComponent('#full')
          if (fills) this.fill(full)
          console.log(['bare', 'full'].filter(id => ready.includes(full.is + '#' + id)).join() + ' ' + full.is)
        },
        fill(full) {
          const values = {}
          const switches = {}
          const isGiven = name => full.dataset.given?.includes(name)
          for (const [name, spec] of Object.entries(declared[full.is])) {
            const value = isGiven(name) ? undefined : sample(name, spec)
            if (value !== undefined) (typeof value === 'boolean' ? switches : values)[name] = value
          }
          full.setData(values)
          full.setData(switches)
        },
      })
      """;

  private static final String VANT = "@vant/weapp";
  private static final String TDESIGN = "tdesign-miniprogram";

  /** What a component cannot do without, by its documents; it would throw in WeChat as well. */
  private static final Map<String, String> NEEDED =
      Map.of(
          "chat-content/chat-content",
          "data-given=\"content\" content=\"{{ { type: 'text', data: 'hi' } }}\" role=\"user\"",
          "color-picker/color-picker",
          "data-given=\"type\" type=\"multiple\"");

  @Test
  void everyComponentOfVantStands() throws Exception {
    stand(VANT, true);
  }

  @Test
  void everyComponentOfVantStandsWithoutABuild() throws Exception {
    stand(VANT, false);
  }

  @Test
  void everyComponentOfTDesignStands() throws Exception {
    stand(TDESIGN, true);
  }

  @Test
  void everyComponentOfTDesignStandsWithoutABuild() throws Exception {
    stand(TDESIGN, false);
  }

  private static void stand(String library, boolean built) throws Exception {
    Path files = NodeModules.miniProgram(library);
    List<String> components = components(files);
    assertTrue(components.size() > 60, () -> "only " + components);
    try (TestRun run = new TestRun()) {
      if (built) NodeModules.build(library, run.folder());
      else NodeModules.copy(library, run.folder());
      program(run, library, components);
      run.start();
      Map<String, List<String>> troubles = new LinkedHashMap<>();
      for (String component : components) {
        List<String> found = open(run, component, built);
        if (!found.isEmpty()) troubles.put(component, found);
      }
      assertEquals(Map.of(), troubles);
      assertEquals(List.of(), run.errors());
    }
  }

  private static void program(TestRun run, String library, List<String> components) {
    run.file("app.js", APP).file("pages/index/index.js", "Page({})");
    List<String> pages = new ArrayList<>(List.of("pages/index/index"));
    for (String component : components) {
      String page = page(component);
      pages.add(page);
      String needed = NEEDED.getOrDefault(component, "");
      run.file(page + ".js", PAGE)
          .file(
              page + ".json",
              "{\"usingComponents\":{\"x-it\":\"%s/%s\"}}".formatted(library, component))
          .file(
              page + ".wxml",
              "<x-it id=\"bare\" %1$s/><x-it id=\"full\" %1$s>text</x-it>".formatted(needed));
    }
    run.file("app.json", "{\"pages\":[\"" + String.join("\",\"", pages) + "\"]}");
  }

  /**
   * What is wrong with a component; empty if nothing is.
   *
   * @param fills gives the second one values
   */
  private static List<String> open(TestRun run, String component, boolean fills) throws Exception {
    int errors = run.errors().size();
    int lines = run.log().size();
    run.host().navigate(new Navigation.ReLaunch("/" + page(component)));
    run.advance(1000);
    run.script("getCurrentPages()[0].check(" + fills + ")").advance(1000);
    List<String> troubles = new ArrayList<>(run.errors().subList(errors, run.errors().size()));
    List<String> said = run.log().subList(lines, run.log().size());
    boolean isReady = said.stream().anyMatch(s -> s.matches("bare,full .*\\b" + component));
    if (!isReady || said.size() > 1) troubles.add("said " + said);
    return troubles;
  }

  private static String page(String component) {
    return "pages/" + component.replace('/', '-');
  }

  /** The components of a package: every JSON file that says it is one. */
  private static List<String> components(Path files) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<String> found = new ArrayList<>();
    try (Stream<Path> all = Files.walk(files)) {
      for (Path path : all.filter(p -> p.toString().endsWith(".json")).sorted().toList()) {
        JsonNode json = mapper.readTree(path.toFile());
        if (!json.path("component").asBoolean()) continue;
        String name = files.relativize(path).toString().replace('\\', '/');
        found.add(name.substring(0, name.length() - ".json".length()));
      }
    }
    return found;
  }
}
