package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import minihost.journal.Event;
import org.junit.jupiter.api.Test;

class AnsweredFamilyTest {
  private static final String SHOW =
      "(name, options = {}) => wx[name](options).then(r => r, r => r)";

  @Test
  void nobodyChoosesAndTheRestIsMadeUp() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          """
          const show = async (f, options = {}) => (await f(options).then(r => r, r => r)).errMsg
          const all = async () => {
            const choosers = [wx.chooseImage, wx.chooseMedia, wx.chooseVideo, wx.chooseMessageFile,
              wx.chooseAddress, wx.chooseLocation, wx.scanCode]
            for (const f of choosers) console.log(await show(f))
            const pay = { timeStamp: '1', nonceStr: 'n', package: 'p', paySign: 's' }
            console.log(await show(wx.requestPayment, pay))
            console.log((await show(wx.requestPayment)).slice(0, 60))
            console.log(await wx.getSetting())
            console.log(await wx.openSetting())
            console.log(await show(wx.authorize, { scope: 'scope.userLocation' }))
            console.log((await wx.getLocation()).latitude, (await wx.getFuzzyLocation()).longitude)
            console.log(await wx.requestSubscribeMessage({ tmplIds: ['a', 'b'] }))
            await wx.setClipboardData({ data: 'kept' })
            console.log((await wx.getClipboardData()).data)
          }
          all()
          """);
      run.run()
          .assertLog(
              "chooseImage:fail cancel",
              "chooseMedia:fail cancel",
              "chooseVideo:fail cancel",
              "chooseMessageFile:fail cancel",
              "chooseAddress:fail cancel",
              "chooseLocation:fail cancel",
              "scanCode:fail cancel",
              "requestPayment:fail cancel",
              "requestPayment:fail parameter error: parameter.timeStamp sho",
              "{ authSetting: {}, errMsg: 'getSetting:ok' }",
              "{ authSetting: {}, errMsg: 'openSetting:ok' }",
              "authorize:ok",
              "39.90923 116.397428",
              "{ a: 'accept', b: 'accept', errMsg: 'requestSubscribeMessage:ok' }",
              "kept");
      assertEquals(16, MadeUpAnswers.in(run));
    }
  }

  @Test
  void transfersOfTheCloudHaveATaskWhereTheyHaveCallbacks() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          """
          const fail = e => console.log(e.errMsg)
          const task = wx.cloud.downloadFile({ fileID: 'cloud://a', fail })
          task.onProgressUpdate(() => console.log('progress'))
          task.abort()
          console.log(Object.keys(wx.cloud.uploadFile({ cloudPath: 'a', filePath: 'b', fail })).join())
          const promise = wx.cloud.downloadFile({ fileID: 'cloud://a' })
          console.log(promise instanceof Promise)
          promise.catch(fail)
          """);
      run.run()
          .assertLog(
              "abort,onProgressUpdate,offProgressUpdate,onHeadersReceived,offHeadersReceived",
              "true",
              "cloud.downloadFile:fail no cloud environment is here",
              "cloud.uploadFile:fail no cloud environment is here",
              "cloud.downloadFile:fail no cloud environment is here");
      assertEquals(List.of(), run.errors());
    }
  }

  @Test
  void whatOnlyHappensOnAPhoneSucceeds() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          """
          const picture = { filePath: 'a' }
          Promise.all([
            wx.previewImage({ urls: [] }), wx.previewMedia({ sources: [] }),
            wx.saveImageToPhotosAlbum(picture), wx.saveVideoToPhotosAlbum(picture),
            wx.makePhoneCall({ phoneNumber: '1' }), wx.openLocation({ latitude: 1, longitude: 2 }),
            wx.vibrateShort(), wx.vibrateLong(), wx.showShareMenu(), wx.hideShareMenu(),
            wx.setKeepScreenOn({ keepScreenOn: true }),
          ]).then(all => console.log(all.every(r => r.errMsg.endsWith(':ok')), wx.canIUse('vibrateLong')))
          """);
      run.run().assertLog("true true");
    }
  }

  @Test
  void thePersonGoesBeforeTheSettingsAndTheJournalSaysWho() throws Exception {
    try (TestRun run = new TestRun()) {
      run.set("answers={\"showModal\":{\"confirm\":false},\"showToast\":{\"fail\":\"no screen\"}}")
          .set("answers.scanCode={\"result\":\"42\"}");
      run.run();
      String modal =
          "(%s)('showModal').then(r => console.log(r.confirm, r.cancel))".formatted(SHOW);
      run.eval(modal);
      run.eval("wx.showToast({ title: 'x', fail: r => console.log(r.errMsg) })");
      run.eval("wx.scanCode({ success: r => console.log(r.result) })");
      assertEquals(
          Optional.empty(),
          run.host().answer("showModal", Optional.of(Map.of("cancel", false)), "me"));
      assertEquals(Map.of("showModal", "me"), run.host().answers());
      run.eval(modal);
      run.host().answer("showModal", Optional.empty(), "me");
      run.eval(modal);
      run.assertLog("false true", "showToast:fail no screen", "42", "true false", "false true");
      assertEquals(0, MadeUpAnswers.in(run));
      assertEquals(
          "me", run.events(Event.CallEnded.class).get(3).facts().get("answeredBy").toString());
      assertTrue(
          run.host()
              .answer("showModel", Optional.empty(), "me")
              .orElseThrow()
              .contains("did you mean showModal?"));
    }
  }

  @Test
  void settingsThatAnswerNothingAreNoted() throws Exception {
    try (TestRun run = new TestRun()) {
      run.set("answers={\"showModel\":{}}").run();
      assertTrue(
          run.events(Event.Note.class).stream()
              .anyMatch(n -> n.reason().why().contains("\"showModel\" is no function of wx")));
    }
  }
}
