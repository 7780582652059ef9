package minihost.wx;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import minihost.api.Args;
import minihost.api.Shape;
import minihost.api.WxFamily;
import minihost.api.WxFunction;

/** {@code wx.base64ToArrayBuffer} and {@code wx.arrayBufferToBase64}. */
final class Base64Family implements WxFamily {
  @Override
  public List<WxFunction> functions() {
    return List.of(
        synchronous("base64ToArrayBuffer", Base64Family::decode),
        synchronous("arrayBufferToBase64", Base64Family::encode));
  }

  private static WxFunction synchronous(String name, WxFunction.Answer answer) {
    Shape shape = Shape.sync(name).withScript("base64.js");
    return new WxFunction(shape, (args, call) -> {}, answer);
  }

  private static Map<String, Object> decode(Args args) {
    return Map.of("buffer", Base64.getDecoder().decode(args.string("text")));
  }

  private static Map<String, Object> encode(Args args) {
    byte[] bytes = (byte[]) args.raw().get("buffer");
    return Map.of("text", Base64.getEncoder().encodeToString(bytes));
  }
}
