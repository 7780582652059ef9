package minihost.wx;

import java.util.List;
import java.util.stream.Stream;
import minihost.api.WxFamily;
import minihost.api.WxFunction;

/** {@code wx.base64ToArrayBuffer} and {@code wx.arrayBufferToBase64}. */
final class Base64Family implements WxFamily {
  @Override
  public List<WxFunction> functions() {
    return WxFunction.inScript(
        "base64.js", Stream.of("base64ToArrayBuffer", "arrayBufferToBase64"));
  }
}
