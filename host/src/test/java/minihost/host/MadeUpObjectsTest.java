package minihost.host;

import org.junit.jupiter.api.Test;

/** Objects of the screen and of media: what programs may lean on. */
class MadeUpObjectsTest {
  @Test
  void aPlayerHearsItsOwnMethodsAndNoMore() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          """
          const audio = wx.createInnerAudioContext()
          const stopped = () => console.log('never')
          audio.src = 'a.mp3'
          audio.onPlay(() => console.log('play', audio.paused, audio.src))
          audio.onStop(stopped)
          audio.offStop(stopped)
          audio.play()
          console.log('called')
          audio.stop()
          console.log(wx.createInnerAudioContext().src === '',
            wx.getRecorderManager() === wx.getRecorderManager())
          const recorder = wx.getRecorderManager()
          recorder.onError(e => console.log(e.errMsg))
          recorder.start({})
          """);
      run.run()
          .assertLog(
              "called", "true true", "play true a.mp3", "operateRecorder:fail no microphone");
    }
  }

  @Test
  void methodsWithCallbacksGiveAPromiseWhereThereAreNone() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          """
          const map = wx.createMapContext('m')
          map.getScale({ success: r => console.log(r), complete: () => console.log('complete') })
          map.getCenterLocation().then(r => console.log(r.errMsg))
          wx.createCameraContext().takePhoto({ fail: r => console.log(r.errMsg) })
          const ad = wx.createRewardedVideoAd({ adUnitId: 'a' })
          ad.onError(e => console.log('error', e.errCode))
          ad.load().catch(e => console.log('caught', e.errMsg))
          wx.getUpdateManager().onCheckForUpdate(r => console.log(r))
          wx.getRealtimeLogManager().tag('t').info('x')
          console.log(wx.createCacheManager({}).addRules(['/a', { id: 'b' }]))
          wx.createMediaQueryObserver().observe({ minWidth: 300, orientation: 'portrait' }, r => console.log(r))
          wx.createMediaQueryObserver().observe({ minWidth: 1300 }, r => console.log(r))
          """);
      run.run()
          .assertLog(
              "[ 'rule-0', 'b' ]",
              "getCenterLocation:ok",
              "caught load:fail no advertisement",
              "{ scale: 16, errMsg: 'getScale:ok' }",
              "complete",
              "takePhoto:fail no camera",
              "error 1004",
              "{ hasUpdate: false }",
              "{ matches: true }",
              "{ matches: false }");
    }
  }

  @Test
  void aDatabaseAndAnArSessionFailLater() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          """
          const db = wx.cloud.database()
          db.collection('a').where({ n: db.command.gt(1) }).limit(1).get().catch(e => console.log(e.errMsg))
          wx.cloud.callFunction({ name: 'f', fail: e => console.log(e.errMsg, e.errCode) })
          const task = wx.cloud.downloadFile({ fileID: 'f', fail: e => console.log(e.errMsg) })
          task.onProgressUpdate(() => {})
          task.abort()
          wx.cloud.uploadFile({ cloudPath: 'p', filePath: 'f' }).catch(e => console.log(e.errCode))
          wx.createVKSession({}).start(status => console.log(status))
          """);
      run.run()
          .assertLog(
              "get:fail no cloud environment is here",
              "cloud.callFunction:fail no cloud environment is here -1",
              "cloud.downloadFile:fail no cloud environment is here",
              "-1",
              "2000002");
    }
  }

  @Test
  void adaptersOfGamesPutTheirPrototypesBehindCanvasesAndImages() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          """
          const canvas = wx.createOffscreenCanvas(), image = canvas.createImage()
          canvas.__proto__.__proto__ = { tagName: 'CANVAS' }
          image.__proto__.__proto__ = { tagName: 'IMG' }
          console.log(canvas.tagName, image.tagName, {}.tagName, wx.createOffscreenCanvas().width)
          """);
      run.run().assertLog("CANVAS IMG undefined 300");
    }
  }

  @Test
  void aCanvasTakesDrawingAndMeasuresTexts() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          """
          const ctx = wx.createCanvasContext('c')
          ctx.setFontSize(20)
          ctx.fillText('ab', 0, 0)
          console.log(ctx.measureText('a中').width)
          ctx.createLinearGradient(0, 0, 1, 1).addColorStop(0, 'red')
          ctx.draw(false, () => console.log('drawn'))
          const canvas = wx.createOffscreenCanvas({ type: '2d', width: 2, height: 1 })
          console.log(canvas.getContext('2d').getImageData(0, 0, 2, 1).data.length, canvas.getContext('webgl').canvas === canvas)
          const image = canvas.createImage()
          image.onload = () => console.log('loaded', image.src)
          image.addEventListener('load', ({ target }) => console.log('heard', target === image))
          image.src = 'a.png'
          """);
      run.run().assertLog("30", "8 true", "drawn", "loaded a.png", "heard true");
    }
  }

  @Test
  void whatXrFramesAreMadeOfIsThereByName() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          """
          const xr = wx.getXrFrameSystem()
          class Rotate extends xr.Component { onAdd() { return 1 } }
          xr.registerComponent('rotate', Rotate)
          xr.registerEffect('shadow', scene => scene.createEffect({ cull: xr.ECullMode.BACK }))
          console.log(new Rotate() instanceof xr.Component, xr.Element.TYPE, typeof xr.ECullMode.BACK,
            xr.Vector3.createFromNumber(1, 2, 3) instanceof xr.Vector3, xr.noneParamsEaseFuncs.linear(0.5),
            xr === wx.getXrFrameSystem(), JSON.stringify({ ...xr.NodeDataMapping }),
            wx.canIUse('getXrFrameSystem.return.Vector3'))
          """);
      run.run().assertLog("true TYPE number true 0.5 true {} true");
    }
  }

  @Test
  void whatNeedsAPhoneToDecodeOrToPayFails() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          """
          wx.createInferenceSession({ model: 'm' }).onError(e => console.log(e.errMsg))
          wx.createVideoDecoder().start({ source: 'v' }).catch(e => console.log(e.errMsg))
          wx.createGlobalPayment({ mchRegion: 'SG' }).openMethodPicker({}).catch(e => console.log(e.errMsg))
          wx.createMediaRecorder({}, {}).requestFrame(() => console.log('frame'))
          """);
      run.run()
          .assertLog(
              "start:fail no video",
              "openMethodPicker:fail cancel",
              "createInferenceSession:fail not support",
              "frame");
    }
  }
}
