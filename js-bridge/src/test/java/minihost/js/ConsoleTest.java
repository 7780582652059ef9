package minihost.js;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleTest {
  private static void wrote(String code, String... lines) {
    assertEquals(List.of(lines), JsWorld.run(code));
  }

  @Test
  void everyLevelIsToldApart() {
    wrote(
        "console.log('l'); console.info('i'); console.warn('w'); console.error('e');"
            + " console.debug('d')",
        "l",
        "info: i",
        "warn: w",
        "error: e",
        "debug: d");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'%s-%s', 'a', 1         | a-1",
        "'%s', { a: 1 }          | { a: 1 }",
        "'%s', Symbol('q')       | Symbol(q)",
        "'%d %d', '42.5', 'x'    | 42.5 NaN",
        "'%d', Symbol('x')       | NaN",
        "'%i', -42.9             | -42",
        "'%f', '1.5'             | 1.5",
        "'%o %O', [1], { b: 's' }| [ 1 ] { b: 's' }",
        "'%cred', 'color: red'   | red",
        "'100%%', 1              | 100% 1",
        "'%s'                    | %s",
        "'%s %s', 'one'          | one %s",
        "'a%', 'b'               | a% b",
        "'%x', 1                 | %x 1",
        "'more', 'than', [1]     | more than [ 1 ]",
        "{ a: '%s' }, 'b'        | { a: '%s' } b",
        "undefined, null, -0, 10n| undefined null -0 10n",
      })
  void formatsAreFilledIn(String arguments, String line) {
    wrote("console.log(" + arguments + ")", line);
  }

  @Test
  void groupsIndentEveryLineAndEndOncePerGroup() {
    wrote(
        """
        console.group('G', 1)
        console.log('two\\nlines')
        console.group()
        console.warn('deep')
        console.groupEnd()
        console.groupCollapsed('inner')
        console.groupEnd()
        console.groupEnd()
        console.groupEnd()
        console.log('out')
        """,
        "G 1",
        "  two\n  lines",
        "warn:     deep",
        "  inner",
        "out");
  }

  @Test
  void tablesHaveAColumnForEveryKey() {
    wrote(
        "console.table([{ a: 1, b: 'x' }, { a: 22 }]); console.table({ r: [7] });"
            + " console.table(['v']); console.table(5)",
        "(index) | a  | b\n--------+----+----\n0       | 1  | 'x'\n1       | 22 |",
        "(index) | 0\n--------+--\nr       | 7",
        "(index) | Values\n--------+-------\n0       | 'v'",
        "5");
  }

  @Test
  void countsAreKeptByLabel() {
    wrote(
        "console.count(); console.count('x'); console.count(); console.countReset();"
            + " console.count()",
        "default: 1",
        "x: 1",
        "default: 2",
        "default: 1");
  }

  @Test
  void timesAreThoseOfTheLoopsClock() {
    wrote(
        """
        console.time('t')
        setTimeout(() => {
          console.timeLog('t', 'so far', [1])
          console.timeEnd('t')
          console.timeEnd('t')
        }, 250)
        """,
        "t: 250.000ms so far [ 1 ]",
        "t: 250.000ms",
        "warn: no timer 't'");
  }

  @Test
  void onlyAFailedAssertionIsTold() {
    wrote(
        "console.assert(1, 'no'); console.assert(false); console.assert(0, 'odd %s', 'x');"
            + " console.assert(null, [1])",
        "error: Assertion failed",
        "error: Assertion failed: odd x",
        "error: Assertion failed: [ 1 ]");
  }

  @Test
  void aTraceShowsWhereItWasCalled() {
    wrote(
        "function here() { console.trace('at', 1) }\nhere()",
        "Trace: at 1\n    at here (main.js:1:27)\n    at main.js:2:1");
  }

  @Test
  void dirShowsStringsQuotedAndClearAndDetachedMethodsWork() {
    wrote(
        "const { log, dir } = console; dir('x'); console.dirxml({ a: 1 }); console.clear();"
            + " log('detached')",
        "'x'",
        "{ a: 1 }",
        "detached");
  }
}
