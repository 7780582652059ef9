package minihost.wx;

import java.util.Map;
import minihost.api.Args;
import minihost.api.Shape;
import minihost.api.WxCall;
import minihost.api.WxFunction;

/**
 * Answers that on a phone a person, the phone or WeChat's servers would give. This host has none of
 * them: it makes the answer up, and the journal says so of each such call.
 */
final class MadeUp {
  private MadeUp() {}

  interface Answer {
    Map<String, Object> to(Args args);
  }

  /** A function that always succeeds, with a made-up answer. */
  static WxFunction function(Shape shape, Answer answer) {
    return WxFunction.of(
        shape,
        (args, call) -> {
          tell(call);
          call.succeed(answer.to(args));
        });
  }

  /** Puts it on record that the answer of this call is made up. */
  static void tell(WxCall call) {
    call.log("answer", Map.of("madeUp", true));
  }
}
