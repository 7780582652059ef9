package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CanIUseFamilyTest {
  private static final List<String> THERE =
      List.of(
          "request",
          "request.object.method",
          "request.object.method.GET",
          "request.success.profile.connectStart",
          "getSystemInfoSync.return.safeArea.left",
          "getSystemInfo.success.screenWidth",
          "getSystemInfoSync.return.screenWidth",
          "showToast.object.image",
          "showToast.object.icon.success",
          "onCompassChange.callback.direction",
          "cloud.callContainer.object.path",
          "console.log",
          "EditorContext.setContents",
          "button",
          "button.open-type",
          "button.open-type.contact",
          "button.open-type.getUserInfo",
          "button.bindgetphonenumber",
          "live-player",
          "text.selectable",
          "open-data.type.userAvatarUrl",
          "web-view.src",
          "showModal.success.content",
          "onNetworkStatusChange.callback.networkType",
          "offNetworkStatusChange",
          "onNetworkWeakChange.callback.weakNet",
          "offNetworkWeakChange",
          "RequestTask",
          "RequestTask.abort",
          "RequestTask.onHeadersReceived",
          "SocketTask.send",
          "SocketTask.onOpen",
          "createUDPSocket",
          "UDPSocket.offMessage",
          "onSocketOpen",
          "InnerAudioContext.offPlay",
          "RecorderManager",
          "Animation.rotate",
          "SelectorQuery.exec",
          "CanvasContext.draw",
          "canIUse");

  private static final List<String> NOT_THERE =
      List.of(
          "createWebAudioContext",
          "request.nonsense",
          "RequestTask.send",
          "SocketTask.offOpen",
          "InnerAudioContext.fly",
          "NoContext.play",
          "request.object.methods",
          "request.object.method.FLY",
          "request.return.statusCode.x",
          "getSystemInfoSync.return.safeAreaInsets",
          "getSystemInfoSync.object",
          "showToast.fail.errMsg",
          "getXrFrameSystem.object",
          "button.open-types",
          "button.open-type.nothing",
          "blink",
          "console.fly",
          "AppShow",
          "onRequest",
          "constructor",
          "toString",
          "ownMember",
          "");

  @Test
  void trueExactlyForWhatExistsHere() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          "wx.ownMember = () => {}\n"
              + Stream.concat(THERE.stream(), NOT_THERE.stream())
                  .map(schema -> "console.log(wx.canIUse('" + schema + "'))\n")
                  .reduce("", String::concat)
              + "console.log(wx.canIUse())");
      run.run();
      List<String> expected =
          Stream.concat(
                  THERE.stream().map(schema -> "true"), NOT_THERE.stream().map(schema -> "false"))
              .toList();
      assertEquals(expected, run.log().subList(0, expected.size()));
      assertEquals("false", run.log().getLast());
    }
  }
}
