package minihost.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleSyntaxTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "import a from 'b'\\nlet c = ; ~ 2:9 Expected an operand but found ;",
        "export let b = ; ~ 1:16 Expected an operand but found ;",
        "export const x = 1\\nexport { y } ~ 2:1 ",
        "if (x) { import y from 'z' } ~ 1:10 Expected an operand but found import",
        "export const x = 1\\n\\nawait x ~ 3:1 await is only allowed inside an async function",
        "export {}\\nfor await (const x of []) {} ~ 2:1 await is only allowed",
        "import a from 'b'\\n  a(import.meta.url) ~ 2:5 import.meta is not available",
        "x = import.meta ~ 1:5 import.meta is not available",
        "export {}\\n@d class A {} ~ 2:1 Decorators are not supported",
        "export const a = 1; with (a) {} ~ 1:21 \"with\" statement cannot be used in strict mode",
        "import a from 'b'; const a = 1 ~ 1:26 ",
        "export default 1\\nexport default 2 ~ 2:",
      })
  void aBrokenModuleIsReportedWhereTheAuthorWroteIt(String source, String expected) {
    ModuleSyntaxException e =
        assertThrows(
            ModuleSyntaxException.class,
            () -> EsModules.rewrite("pages/x.js", source.replace("\\n", "\n")));
    assertTrue(e.getMessage().startsWith("pages/x.js:" + expected), e.getMessage());
  }

  @Test
  void theMessageShowsTheLine() {
    ModuleSyntaxException e =
        assertThrows(
            ModuleSyntaxException.class, () -> EsModules.rewrite("x.js", "export {}\n  let c = ;"));
    assertEquals(
        "x.js:2:11 Expected an operand but found ;\n  let c = ;\n          ^", e.getMessage());
  }
}
