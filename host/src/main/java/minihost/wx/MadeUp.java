package minihost.wx;

import java.util.Map;
import minihost.api.Args;
import minihost.api.WxCall;

/**
 * Answers that on a phone a person, the phone or WeChat's servers would give. This host has none of
 * them: it makes the answer up, and the journal says so of each such call.
 */
final class MadeUp {
  private MadeUp() {}

  interface Answer {
    Map<String, Object> to(Args args);
  }

  /** Puts it on record that the answer of this call is made up. */
  static void tell(WxCall call) {
    call.log("answer", Map.of("madeUp", true));
  }
}
