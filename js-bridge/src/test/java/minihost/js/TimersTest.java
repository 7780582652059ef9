package minihost.js;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimersTest {
  private static void wrote(String code, String... lines) {
    assertEquals(List.of(lines), JsWorld.run(code));
  }

  @Test
  void aDelayThatIsNoNumberOfMillisecondsIsOne() {
    wrote(
        """
        const order = []
        const all = { none: undefined, zero: 0, minus: -5, word: 'abc', endless: Infinity, far: 2 ** 31, part: 1.9 }
        for (const [name, delay] of Object.entries(all)) setTimeout(() => order.push(name), delay)
        setTimeout(() => order.push('object'), { valueOf: () => 2 })
        setTimeout(() => order.push('text'), '3')
        setTimeout(() => console.log(order.join(' ')), 4)
        """,
        "none zero minus word endless far part object text");
  }

  @Test
  void argumentsAreGivenAndThisIsTheGlobalObject() {
    wrote(
        """
        setTimeout((...all) => console.log(all), 1, 1, { x: 2 }, undefined)
        setTimeout(function () { console.log(this === globalThis) }, 2)
        let left = 2
        const id = setInterval((a, b) => { console.log(a + b); if (!--left) clearInterval(id) }, 3, 'x', 'y')
        """,
        "[ 1, { x: 2 }, undefined ]",
        "true",
        "xy",
        "xy");
  }

  @Test
  void aTimerMayClearItselfAndAnotherOfTheSameMoment() {
    wrote(
        """
        const self = setTimeout(() => { clearTimeout(self); console.log('self') }, 1)
        const one = setTimeout(() => { clearTimeout(other); console.log('one') }, 2)
        const other = setTimeout(() => console.log('never'), 2)
        const interval = setInterval(() => { clearTimeout(interval); console.log('once') }, 3)
        """,
        "self",
        "one",
        "once");
  }

  @Test
  void nestedTimersCountFromTheirMoment() {
    wrote(
        """
        const begun = Date.now()
        setTimeout(() => setTimeout(() => console.log(Date.now() - begun), 4), 8)
        """,
        "12");
  }

  @Test
  void anIntervalThatThrowsGoesOn() {
    JsWorld world =
        new JsWorld()
            .go(
                js ->
                    js.run(
                        "main.js",
                        "let n = 0; const id = setInterval(() => { if (++n === 3)"
                            + " clearInterval(id); throw new Error(n) }, 1)"));
    assertEquals(
        List.of("Error: 1", "Error: 2", "Error: 3"),
        world.errors.stream().map(JsError::message).toList());
  }

  @Test
  void whatIsNoFunctionAndWhatIsNoTimerIsIgnored() {
    wrote(
        """
        for (const f of [null, {}, 'console.log(1)', 7]) console.log(typeof setTimeout(f, 1))
        for (const id of [undefined, null, {}, Symbol('x'), 'x', -1, 1e9]) clearTimeout(id)
        """,
        "number",
        "number",
        "number",
        "number");
  }

  @Test
  void promiseJobsRunBetweenTwoTimersOfOneMoment() {
    wrote(
        """
        setTimeout(async () => { await null; console.log('job') }, 5)
        setTimeout(() => console.log('next timer'), 5)
        """,
        "job",
        "next timer");
  }

  @Test
  void datesMoveWithTheLoopsClock() {
    wrote(
        """
        console.log(new Date().toISOString(), Date.now() === new Date().getTime(), Date().length > 20)
        setTimeout(() => console.log(new Date().toISOString()), 3600000)
        console.log(new Date(0).getTime(), new Date(2020, 1, 2).getMonth(), Date.UTC(1970, 0, 2), Date.parse('1970-01-01'))
        class Later extends Date { days() { return this.getTime() / 86400000 } }
        console.log(new Later(86400000).days(), new Date() instanceof Date, Date.name, Date.length)
        console.log(new Date().constructor === Date, Object.prototype.toString.call(new Date()))
        """,
        "2026-01-01T00:00:00.000Z true true",
        "0 1 86400000 0",
        "1 true Date 7",
        "true [object Date]",
        "2026-01-01T01:00:00.000Z");
  }
}
