package minihost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Elements of pages, as a person at the prompt and a test see and touch them. */
@Timeout(120)
class PageElementsTest {
  @TempDir Path folder;

  private Program program;

  @BeforeEach
  void program() throws Exception {
    program =
        new Program(folder)
            .file(
                "pages/index/index.js",
                """
                Page({
                  data: { n: 1, name: 'a' },
                  add(e) { this.setData({ n: this.data.n + (e.detail.by ?? 1) }) },
                  sent(e) { this.setData({ sent: e.detail.value }) },
                })
                """)
            .file(
                "pages/index/index.json",
                "{ \"usingComponents\": { \"my-step\": \"/step/step\" } }")
            .file(
                "pages/index/index.wxml",
                """
                <view id="n" class="big">{{n}}</view>
                <my-step by="{{n + 1}}" bind:step="add"/>
                <button class="plus" bindtap="add"/>
                <form bindsubmit="sent"><input name="who" model:value="{{name}}"/><button form-type="submit"/></form>
                <navigator url="/pages/other/other"><text class="link">go</text></navigator>
                """)
            .file(
                "step/step.js",
                "Component({ properties: { by: Number }, methods: { onTap() {"
                    + " this.triggerEvent('step', { by: this.data.by }) } } })")
            .file("step/step.json", "{ \"component\": true }")
            .file("step/step.wxml", "<text class=\"in\" catchtap=\"onTap\">{{by}}</text>");
  }

  @Test
  void aTestFindsReadsAndTouchesElements() throws Exception {
    program.file(
        "tests/one.test.js",
        """
        it('taps', async () => {
          const { page } = host
          expect(page.$('#n').text).toBe('1')
          await page.tap('.plus')
          expect(page.$('view.big').text).toBe('2')
          await page.tap('my-step .in')
          expect(page.data.n).toBe(5)
          expect(page.$('my-step').data.by).toBe(6)
          expect(page.$('my-step').attribute('by')).toBe(6)
          expect(page.$('my-step').instance.is).toBe('step/step')
          expect(page.$$('button')).toHaveLength(2)
          expect(page.$('#none')).toBeNull()
          await page.trigger('my-step', 'step', { by: 10 })
          expect(page.data.n).toBe(15)
        })
        it('fills forms and follows links', async () => {
          const { page } = host
          await page.trigger('input', 'input', { value: 'b' })
          expect(page.data.name).toBe('b')
          await page.tap('form button')
          expect(page.data.sent).toEqual({ who: 'b' })
          await page.tap('.link')
          expect(host.page.route).toBe('pages/other/other')
        })
        it('says what is not there', () => {
          expect(() => host.page.tap('#nothing')).toThrow('no element of the page pages/other/other is "#nothing"')
          expect(() => host.page.$('a >')).toThrow('">" is no selector')
        })
        """);
    CommandLineRun run = CommandLineRun.of("test", folder.toString());
    assertEquals(0, run.exit(), run.out() + run.err());
    assertTrue(run.out().contains("3 passed"), run.out());
  }

  @Test
  void thePromptTapsAndShowsTheTree() throws Exception {
    CommandLineRun run = CommandLineRun.piped(".tap .plus\n.tree\n.tap #none\n", folder.toString());
    String out = run.out() + run.err();
    assertTrue(out.contains("tapped <button class=\"plus\">"), out);
    assertTrue(
        out.contains("<view id=\"n\" class=\"big\">\n  2\n<my-step>\n  <text class=\"in\">\n    3"),
        out);
    assertTrue(out.contains("no element of pages/index/index is #none"), out);
  }
}
