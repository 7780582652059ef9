package minihost.wx;

import java.util.List;
import java.util.stream.Stream;
import minihost.api.WxFamily;
import minihost.api.WxFunction;

/** {@code wx.createBufferURL} and {@code wx.revokeBufferURL}. */
final class BufferUrlFamily implements WxFamily {
  @Override
  public List<WxFunction> functions() {
    return WxFunction.inScript("buffer-url.js", Stream.of("createBufferURL", "revokeBufferURL"));
  }
}
