package minihost.wx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import minihost.api.Args;
import minihost.api.Ordered;
import minihost.api.Shape;
import minihost.api.WxFamily;
import minihost.api.WxFunction;

/**
 * Functions of the phone, its user and WeChat's servers that need no more than an answer, a row
 * each. Parameters and results are those of the documentation pages and of {@code
 * miniprogram-api-typings}. Where a person would have to choose, scan or pay, nobody does: the
 * made-up answer is the failure of a person who cancels.
 */
public final class AnsweredFamily implements WxFamily {
  private static final Map<String, Object> CANCELLED = Map.of(Answering.FAIL, "cancel");

  /** A place in Beijing, as documents like to have it, in gcj02. */
  private static final Map<String, Object> PLACE =
      Ordered.of(
          "latitude", 39.90923,
          "longitude", 116.397428,
          "speed", -1.0,
          "accuracy", 65.0,
          "altitude", 0.0,
          "verticalAccuracy", 65.0,
          "horizontalAccuracy", 65.0);

  private final Answering answering;
  private String clipboard = "";

  AnsweredFamily(Answering answering) {
    this.answering = answering;
  }

  @Override
  public List<WxFunction> functions() {
    List<WxFunction> all = new ArrayList<>();
    // name, answer, required parameters and their types
    all.add(row("getSetting", args -> Map.of("authSetting", Map.of())));
    all.add(row("openSetting", args -> Map.of("authSetting", Map.of())));
    all.add(row("authorize", args -> Map.of(), "scope", "String"));
    all.add(row("getLocation", args -> PLACE));
    all.add(row("getFuzzyLocation", args -> PLACE));
    all.add(row("chooseLocation", args -> CANCELLED));
    all.add(row("chooseImage", args -> CANCELLED));
    all.add(row("chooseMedia", args -> CANCELLED));
    all.add(row("chooseVideo", args -> CANCELLED));
    all.add(row("chooseMessageFile", args -> CANCELLED));
    all.add(row("chooseAddress", args -> CANCELLED));
    all.add(row("scanCode", args -> CANCELLED));
    all.add(
        row(
            "requestPayment",
            args -> CANCELLED,
            "timeStamp",
            "String",
            "nonceStr",
            "String",
            "package",
            "String",
            "paySign",
            "String"));
    all.add(row("requestSubscribeMessage", AnsweredFamily::accepted, "tmplIds", "Array"));
    all.add(row("setClipboardData", this::copy, "data", "String"));
    all.add(row("getClipboardData", args -> Map.of("data", clipboard)));
    for (String name : List.of("previewImage", "previewMedia")) all.add(silent(name));
    all.add(silent("saveImageToPhotosAlbum", "filePath", "String"));
    all.add(silent("saveVideoToPhotosAlbum", "filePath", "String"));
    all.add(silent("makePhoneCall", "phoneNumber", "String"));
    all.add(silent("openLocation", "latitude", "Number", "longitude", "Number"));
    for (String name : List.of("vibrateShort", "vibrateLong", "showShareMenu", "hideShareMenu"))
      all.add(silent(name));
    all.add(silent("setKeepScreenOn", "keepScreenOn", "Boolean"));
    return all;
  }

  private WxFunction row(String name, MadeUp.Answer answer, String... required) {
    return answering.function(shape(name, required), answer);
  }

  private WxFunction silent(String name, String... required) {
    return answering.silent(shape(name, required));
  }

  private static Shape shape(String name, String... required) {
    Shape shape = Shape.async(name);
    for (int i = 0; i < required.length; i += 2)
      shape = shape.requiring(required[i], required[i + 1]);
    return shape;
  }

  private static Map<String, Object> accepted(Args args) {
    Map<String, Object> result = new LinkedHashMap<>();
    for (Object template : args.list("tmplIds")) result.put(String.valueOf(template), "accept");
    return result;
  }

  private Map<String, Object> copy(Args args) {
    clipboard = args.string("data");
    return Map.of();
  }
}
