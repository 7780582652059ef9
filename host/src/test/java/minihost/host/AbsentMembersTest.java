package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import minihost.app.AppCode;
import minihost.journal.Event;
import minihost.reason.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What WeChat has and this host has not: undefined, and told once when a program wants it. */
class AbsentMembersTest {
  private static List<Reason> notes(TestRun run) {
    return run.events(Event.Note.class).stream()
        .map(Event.Note::reason)
        .filter(reason -> reason.code() == AppCode.MEMBER_ABSENT)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wx.createWebAudioContextX ?? wx.createWebAudioContext()",
        "const {createWebAudioContext} = wx; createWebAudioContext()",
        "const w = wx; w.createWebAudioContext({})",
        "setTimeout(() => wx.createWebAudioContext(), 5)",
        "Promise.resolve().then(() => wx.createWebAudioContext())",
        "const x = wx.createWebAudioContext.y",
      })
  void aCallOfWhatIsNotHereIsToldOnceWithItsPlace(String code) throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(code + "\n}, again() {\n" + code).start();
      run.settle();
      run.eval("await new Promise(r => setTimeout(r, 50))");
      run.eval("try { page.again() } catch (e) {}");
      assertEquals(1, notes(run).size(), run.errors()::toString);
      Reason reason = notes(run).getFirst();
      assertTrue(reason.why().contains("wx.createWebAudioContext is not provided"), reason::why);
      assertEquals("pages/index/index.js:2", reason.origin().toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (wx.createWebAudioContext) wx.createWebAudioContext()",
        "wx.createWebAudioContext?.()",
        "console.log(typeof wx.createWebAudioContext === 'function', 'createWebAudioContext' in"
            + " wx)",
        "wx.canIUse('createWebAudioContext') && wx.createWebAudioContext()",
        "for (const name in wx) if (name === 'createWebAudioContext') throw name",
        "wx.notOfWeChat?.(); wx.notOfWeChat = 1; if (wx.notOfWeChat !== 1) throw 0",
        "try { wx.createWebAudioContext() } catch (e) {}",
        "if (wx.createWebAudioContext) throw 0; null.x",
      })
  void askingForItIsNotWantingIt(String code) throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad("if (wx.createWebAudioContext) return;\n" + code).run();
      assertEquals(List.of(), notes(run));
    }
  }

  @Test
  void aPartOfWxCloudIsToldByItsPath() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad("wx.cloud.extend().collection('x')").run();
      assertTrue(notes(run).getFirst().why().contains("wx.cloud.extend is not"));
    }
  }

  @Test
  void strictlyToReadItIsAnError() throws Exception {
    try (TestRun run = new TestRun()) {
      run.set("rules.strict=true").onLoad("if (wx.createWebAudioContext) throw 0").run();
      assertEquals(1, notes(run).size());
      run.host().stop();
      assertEquals(1, run.host().await().errors());
    }
  }

  @Test
  void wxStaysAPlainExtensibleObjectOfItsMembers() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          """
          const names = []; for (const name in wx) names.push(name);
          wx.pro = {}; const copy = {...wx}; delete wx.login;
          console.log(names.join() === Object.keys(copy).filter(n => n !== 'pro').join(), 'pro' in wx,
            Object.isExtensible(wx), wx instanceof Object, String(wx), wx.hasOwnProperty('pro'), wx.login)
          """);
      run.run().assertLog("true true true true [object Object] true undefined");
    }
  }
}
