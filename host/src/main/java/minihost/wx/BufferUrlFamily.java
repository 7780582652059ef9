package minihost.wx;

import java.util.List;
import java.util.stream.Stream;
import minihost.api.Shape;
import minihost.api.WxFamily;
import minihost.api.WxFunction;

/** {@code wx.createBufferURL} and {@code wx.revokeBufferURL}. */
final class BufferUrlFamily implements WxFamily {
  @Override
  public List<WxFunction> functions() {
    return Stream.of("createBufferURL", "revokeBufferURL")
        .map(name -> WxFunction.inScript(Shape.sync(name).withScript("buffer-url.js")))
        .toList();
  }
}
