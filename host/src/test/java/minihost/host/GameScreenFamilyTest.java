package minihost.host;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import minihost.journal.Event;
import org.junit.jupiter.api.Test;

/** What a mini game draws on: nothing is seen, and nothing crashes. */
class GameScreenFamilyTest {
  @Test
  void aGameFindsItsCanvasItsImagesAndItsTouches() throws Exception {
    try (TestRun run = new TestRun().without("app.json").file("game.json", "{}")) {
      run.without("app.js")
          .file(
              "game.js",
              """
              const canvas = wx.createCanvas(), ctx = canvas.getContext('2d')
              ctx.fillRect(0, 0, canvas.width, canvas.height)
              const { screenWidth, screenHeight } = wx.getWindowInfo()
              console.log(canvas.width === screenWidth, canvas.height === screenHeight)
              const image = wx.createImage()
              image.onload = () => console.log('loaded')
              image.src = 'a.png'
              wx.onTouchStart(e => console.log('touched', e.touches.length))
              wx.setPreferredFramesPerSecond(30)
              wx.onWheel(e => console.log('turned', e.deltaY))
              console.log(typeof requestAnimationFrame(ms => console.log('frame', ms >= 16)), wx.canIUse('createCanvas'))
              cancelAnimationFrame(requestAnimationFrame(() => console.log('never')))
              """);
      run.start();
      run.awaitLog(3);
      run.host().events().raise("onTouchStart", Map.of("touches", List.of(1)));
      run.host().events().raise("onWheel", Map.of("deltaY", 3));
      run.settle()
          .assertLog("true true", "number true", "loaded", "frame true", "touched 1", "turned 3");
      assertTrue(
          run.events(Event.CallProgress.class).stream()
              .anyMatch(note -> note.toString().contains("madeUp")));
    }
  }

  @Test
  void aContextOfWebglCompilesEverythingAndDrawsNothing() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          """
          const canvas = wx.createOffscreenCanvas({ type: 'webgl', width: 20, height: 10 })
          const gl = canvas.getContext('webgl')
          const shader = gl.createShader(gl.VERTEX_SHADER), program = gl.createProgram()
          gl.shaderSource(shader, ''); gl.compileShader(shader); gl.linkProgram(program)
          console.log(gl.getShaderParameter(shader, gl.COMPILE_STATUS), gl.getProgramParameter(program, gl.LINK_STATUS),
            gl.getProgramParameter(program, gl.ACTIVE_UNIFORMS), gl.getError(), gl.VERTEX_SHADER !== gl.FRAGMENT_SHADER)
          console.log(gl.getParameter(0x1f02), gl.getParameter(gl.MAX_TEXTURE_SIZE), [...gl.getParameter(gl.VIEWPORT)], gl.getExtension('x'))
          console.log(gl.checkFramebufferStatus(gl.FRAMEBUFFER) === gl.FRAMEBUFFER_COMPLETE, gl === canvas.getContext('webgl'), canvas.getContext('bitmaprenderer'))
          const arrays = gl.getExtension('OES_vertex_array_object')
          arrays.bindVertexArrayOES(arrays.createVertexArrayOES())
          console.log(arrays === gl.getExtension('OES_vertex_array_object'),
            gl.getSupportedExtensions().every(name => gl.getExtension(name)))
          gl.viewport(0, 0, 20, 10); gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT)
          """);
      run.run()
          .assertLog(
              "true true 0 0 true",
              "WebGL 1.0 (minihost) 4096 [ 0, 0, 20, 10 ] null",
              "true true null",
              "true true");
    }
  }
}
