package minihost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
  void aFingerOnAComponentMeetsWhatIsInnermost() throws Exception {
    program
        .file(
            "pages/index/index.js",
            """
            Page({
              data: { heard: [] },
              hear(e) { this.setData({ heard: [...this.data.heard, e.currentTarget.id + '<' + e.target.id] }) },
              step() { this.setData({ heard: [...this.data.heard, 'step'] }) },
            })
            """)
        .file(
            "pages/index/index.json",
            "{ \"usingComponents\": { \"my-step\": \"/step/step\", \"my-box\": \"/box/box\" } }")
        .file(
            "pages/index/index.wxml",
            """
            <my-box id="box" bindtap="hear"><block wx:if="{{true}}"><button id="slotted" bindtap="hear"/></block></my-box>
            <my-box id="outer"><my-step bind:step="step" bindtap="hear"/></my-box>
            <my-box id="two" bindtap="hear"><text id="t" bindtap="hear"/><text/></my-box>
            <view id="plain" bindtap="hear"><my-step bind:step="step"/></view>
            """)
        .file("box/box.js", "Component({})")
        .file("box/box.json", "{ \"component\": true }")
        .file("box/box.wxml", "<view wx:if=\"{{true}}\"><slot/></view><view>last</view>");
    passes(
        """
        it('taps', async () => {
          const { page } = host
          const heard = async (selector) => {
            page.setData({ heard: [] })
            await page.tap(selector)
            return page.data.heard
          }
          expect(await heard('#box')).toEqual(['slotted<slotted', 'box<slotted'])
          expect(await heard('my-step')).toEqual(['step'])
          expect(await heard('#outer')).toEqual(['step'])
          expect(await heard('#two')).toEqual(['two<two'])
          expect(await heard('#plain')).toEqual(['plain<plain'])
          page.setData({ heard: [] })
          await page.trigger('my-step', 'tap')
          expect(page.data.heard).toEqual(['<'])
        })
        """);
    CommandLineRun run = CommandLineRun.piped(".tap my-step\n.data heard\n", folder.toString());
    assertTrue(run.out().contains("step"), run.out() + run.err());
  }

  @Test
  void classesThatAComponentIsGivenAreFound() throws Exception {
    program
        .file("pages/index/index.wxml", "<my-step my-class=\"red big\"/>")
        .file("step/step.js", "Component({ externalClasses: ['my-class'] })")
        .file(
            "step/step.json",
            "{ \"component\": true, \"usingComponents\": { \"in-step\": \"/in/in\" } }")
        .file("step/step.wxml", "<in-step its-class=\"my-class own\"/>")
        .file("in/in.js", "Component({ externalClasses: ['its-class'] })")
        .file("in/in.json", "{ \"component\": true }")
        .file("in/in.wxml", "<text class=\"a its-class\">x</text>");
    passes(
        """
        it('finds', () => {
          expect(host.page.$('.red.own').text).toBe('x')
          expect(host.page.$('.a').classList).toEqual(['a', 'its-class', 'my-class', 'red', 'big', 'own'])
        })
        """);
  }

  private void passes(String test) throws Exception {
    program.file("tests/one.test.js", test);
    CommandLineRun run = CommandLineRun.of("test", folder.toString());
    assertEquals(0, run.exit(), run.out() + run.err());
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
    assertFalse(out.contains("Uncaught"), out);
  }
}
