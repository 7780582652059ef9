package minihost.wxml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What compiles, and what is said of the rest. What it does when it runs: component/WxmlTest. */
class WxmlCompilerTest {
  private static final Map<String, String> FILES =
      Map.of("p/loop.wxml", "<include src=\"loop.wxml\"/>", "p/part.wxml", "<a/>");

  private static WxmlCompiler.Compiled compile(String wxml) throws WxmlException {
    return new WxmlCompiler(path -> Optional.ofNullable(FILES.get(path))).compile("p/a.wxml", wxml);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <view>                              | p/a.wxml:1:7 <view> is not closed
          <view></text>                       | p/a.wxml:1:7 </text> stands where </view> was expected
          </view>                             | p/a.wxml:1:1 </view> closes nothing
          <view a="b                          | p/a.wxml:1:7 the value of a does not end
          <view a=">                          | p/a.wxml:1:7 the value of a does not end
          <view <text/>                       | p/a.wxml:1:7 the tag <view> does not end
          <!-- x                              | p/a.wxml:1:5 a comment does not end
          <view wx:else/>                     | p/a.wxml:1:1 wx:elif or wx:else of <view> has no wx:if before it
          <wxs>x</wxs>                        | p/a.wxml:1:1 <wxs> has no module
          <import/>                           | p/a.wxml:1:1 <import> has no src
          <include src="none.wxml"/>          | p/a.wxml:1:1 there is no p/none.wxml
          <include src="loop"/>               | p/loop.wxml:1:1 includes go in a circle
          {{ a.b[ }}                          | p/a.wxml:1:9 unexpected '}' after {{a.b[
          {{ 'a }}                            | p/a.wxml:1:4 a string does not end
          {{ 1x }}                            | p/a.wxml:1:4 '1x' is not a number
          {{ a                                | p/a.wxml:1:5 unexpected the end of the file after {{a
          {{ a € b }}                         | p/a.wxml:1:6 unexpected '€' after {{a
          """)
  void aMistakeIsToldWithItsPlaceAndAFix(String wxml, String told) {
    WxmlException e = assertThrows(WxmlException.class, () -> compile(wxml));
    assertEquals(told, e.reason().why());
    assertFalse(e.reason().fix().isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <view a b = 'c' d={{e}}/>            | R.r(N,"b","c")
          <view a=" {{b}} "/>                  | R.r(N,"a",D.b)
          <view a="{{b: 1, c}}"/>              | R.r(N,"a",({["b"]:1,["c"]:D.c}))
          <view data-User-Name="x"/>           | R.d(N,"userName","x")
          <view catchtap="f"/>                 | R.v(N,"tap","f",true,false,false,false)
          <view capture-bind:tap="{{g}}"/>     | R.v(N,"tap",D.g,false,false,true,true)
          <view model:value="{{a.b[c]}}"/>     | L(L(["a"],"b"),D.c)
          <view>a &lt; b&#33; &nope;</view>    | "a < b! &nope;"
          a < b                                | "a < b"
          <x wx:for="{{l}}" wx:key="*this"/>   | F(D.l,"*this",K
          {{0x1F + 1.5e2 + .5}}                | ((31 + 150) + 0.5)
          {{'a\\'\\n\\u0041'}}                   | "a'\\u000aA"
          """)
  void whatIsWrittenIsMeant(String wxml, String js) throws Exception {
    String compiled = compile(wxml).js();
    assertTrue(compiled.contains(js), compiled);
  }

  @Test
  void noTextOfAProgramBecomesCode() throws Exception {
    String js =
        compile("<view a=\"\\&quot;+alert()+&quot;\" id='`\u2028'>\");alert()//</view>").js();
    assertTrue(js.contains("\"\\\\\\\"+alert()+\\\"\""), js);
    assertTrue(js.contains("\"\\\");alert()//\""), js);
    assertFalse(js.contains("\u2028"), js);
  }

  @Test
  void whatAFileNeedsOfOthersIsNamed() throws Exception {
    WxmlCompiler.Compiled compiled =
        compile(
            "<import src=\"/q/t\"/><wxs module=\"m\" src=\"../u/m.wxs\"/><wxs module=\"n\">var"
                + " x</wxs>");
    assertEquals(List.of("q/t.wxml"), compiled.imports());
    assertEquals(
        List.of("u/m.wxs", "p/a.wxml#n"),
        compiled.scripts().stream().map(WxmlCompiler.Script::id).toList());
    assertEquals(Optional.of("var x"), compiled.scripts().getLast().code());
  }
}
