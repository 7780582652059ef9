package minihost.wx;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import minihost.api.Args;
import minihost.api.CallCode;
import minihost.api.Shape;
import minihost.api.WxFailure;
import minihost.api.WxFamily;
import minihost.api.WxFunction;

/** {@code wx.getRandomValues}, and the method of the same name of UserCryptoManager. */
final class RandomValuesFamily implements WxFamily {
  private static final String NAME = "getRandomValues";
  private static final String LENGTH = "length";

  /** In bytes, as the page of getRandomValues has it. */
  private static final int MOST = 1 << 20;

  private final SecureRandom random = new SecureRandom();

  @Override
  public List<WxFunction> functions() {
    return Stream.of(Shape.async(NAME), Shape.method("UserCryptoManager", Shape.callbacks(NAME)))
        .map(shape -> shape.requiring(LENGTH, "Number"))
        .map(shape -> WxFunction.of(shape, (args, call) -> call.succeed(values(args))))
        .toList();
  }

  private Map<String, Object> values(Args args) throws WxFailure {
    double length = args.number(LENGTH).orElse(0.0);
    if (length != Math.rint(length) || length < 1 || length > MOST)
      throw new WxFailure(
          CallCode.PARAMETER_ERROR,
          "parameter.length should be an integer from 1 to " + MOST + ";",
          "length is " + length,
          "ask for 1 to " + MOST + " bytes, in whole numbers");
    byte[] bytes = new byte[(int) length];
    random.nextBytes(bytes);
    return Map.of("randomValues", bytes);
  }
}
