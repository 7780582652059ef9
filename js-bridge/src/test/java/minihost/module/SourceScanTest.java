package minihost.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceScanTest {
  private static String uses(String js) {
    return SourceScan.of("a.js", js, "wx").uses().stream()
        .map(use -> use.name() + (use.wanted() ? "!" : "?") + use.line())
        .collect(Collectors.joining(" "));
  }

  private static String texts(String js) {
    return SourceScan.of("a.js", js, "wx").texts().stream()
        .map(text -> text.function() + "=" + text.text() + "@" + text.line())
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wx.request({})|request!1",
        "if (wx.request) f(wx.login)|request?1 login?1",
        "typeof wx.a === 'function' && wx.a()|a?1 a!1",
        "const {a, b: c, d = 1} = wx|a!1 b!1 d!1",
        "let a; ({a} = wx)|a!1",
        "const w = wx; w.a(); w.cloud.init()|a!1 cloud.init!1 cloud!1",
        "wx.cloud.database().collection('x')|cloud.database!1 cloud!1",
        "function f(wx) { wx.a() }|''",
        "import wx from 'x'; wx.a()|''",
        "const f = () => wx.a; export default f|a?1",
        "wx.a?.()|a?1",
        "class C { m() { return wx.a(1) } }|a!1",
        "x.wx.a(); 'wx.b()'|''",
      })
  void membersAreFoundHoweverTheObjectIsNamed(String js, String expected) {
    assertEquals(expected.replace("''", ""), uses(js));
  }

  @Test
  void linesAreThoseOfTheUse() {
    assertEquals("a!2 b!5", uses("\nwx.a(\n1)\nwx\n.b()"));
  }

  @Test
  void theRequireOfABundleIsItsOwn() {
    assertEquals(
        "require=./out@2",
        texts("define(1, function(require, module) { require('./in') })\nrequire('./out')"));
  }

  @Test
  void callsWithTextAndUrlsAreFound() {
    assertEquals(
        "require=./x@1 requirePlugin=map@2 wx.createWorker=w/i.js@3 require.async=../p@4",
        texts(
            "require('./x')\nrequirePlugin('map')\nwx.createWorker('w/i.js', {})\n"
                + "require.async('../p')"));
    assertEquals(
        "require=./y@2 url=https://a.example.com:8443/x?y@3",
        texts("\nimport y from './y'\nconst u = 'https://a.example.com:8443/x?y', v = 'no'"));
  }

  @Test
  void whatDoesNotParseSaysWhere() {
    ModuleSyntaxException e = assertThrows(ModuleSyntaxException.class, () -> uses("\nlet = = 1"));
    assertEquals(true, e.getMessage().contains("a.js:2"), e.getMessage());
  }
}
