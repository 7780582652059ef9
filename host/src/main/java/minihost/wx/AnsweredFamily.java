package minihost.wx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import minihost.api.Args;
import minihost.api.Shape;
import minihost.api.WxFamily;
import minihost.api.WxFunction;

/**
 * Functions, objects and events of the phone, its user and WeChat's servers that need no more than
 * an answer: the rows of {@code members.txt}, and the few whose answer is worked out. Where a
 * person would have to choose, scan or pay, nobody does: the made-up answer is the failure of a
 * person who cancels.
 */
public final class AnsweredFamily implements WxFamily {
  private static final String XR_FRAME = "getXrFrameSystem";

  private final Answering answering;
  private String clipboard = "";

  AnsweredFamily(Answering answering) {
    this.answering = answering;
  }

  @Override
  public boolean madeUp() {
    return true;
  }

  @Override
  public List<WxFunction> functions() {
    List<WxFunction> all = new ArrayList<>();
    for (Member member : Member.table()) all.add(function(member));
    all.add(
        answering.function(
            Shape.async("requestSubscribeMessage").requiring("tmplIds", "Array"),
            AnsweredFamily::accepted));
    all.add(
        answering.function(
            Shape.async("setClipboardData").requiring("data", "String"), this::copy));
    all.add(
        answering.function(
            Shape.immediate(XR_FRAME).withScript("xr-frame.js"), args -> xrFrameNames()));
    all.add(answering.function(Shape.async("getClipboardData"), args -> Map.of("data", clipboard)));
    return all;
  }

  private WxFunction function(Member member) {
    return switch (member.kind()) {
      case EVENT -> WxFunction.event(member.name());
      case LATER, TASK, SYNC, OBJECT ->
          member.isSilent()
              ? answering.silent(member.shape())
              : answering.function(member.shape(), member::answer);
    };
  }

  private static Map<String, Object> accepted(Args args) {
    Map<String, Object> result = new LinkedHashMap<>();
    for (Object template : args.list("tmplIds")) result.put(String.valueOf(template), "accept");
    return result;
  }

  private static Map<String, Object> xrFrameNames() {
    return Map.of("names", Schemas.FUNCTIONS.of(XR_FRAME).substring("return:".length()));
  }

  private Map<String, Object> copy(Args args) {
    clipboard = args.string("data");
    return Map.of();
  }
}
