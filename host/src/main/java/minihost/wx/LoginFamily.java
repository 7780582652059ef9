package minihost.wx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import minihost.api.Shape;
import minihost.api.WxFamily;
import minihost.api.WxFunction;

/**
 * {@code wx.login}, {@code wx.checkSession}, {@code wx.getUserInfo}, {@code wx.getUserProfile}. All
 * answers are made up: each login has a code of its own that no server of WeChat knows, the session
 * never expires, and the user is the anonymous one that WeChat itself hands out since 2021.
 */
public final class LoginFamily implements WxFamily {
  private static final String MADE_UP = "minihost-made-up-";

  private final Answering answering;
  private int logins;

  LoginFamily(Answering answering) {
    this.answering = answering;
  }

  @Override
  public boolean madeUp() {
    return true;
  }

  @Override
  public List<WxFunction> functions() {
    Shape profile = Shape.async("getUserProfile").requiring("desc", "String");
    return List.of(
        answering.function(
            Shape.async("login"), args -> Map.of("code", MADE_UP + "code-" + ++logins)),
        answering.function(Shape.async("checkSession"), args -> Map.of()),
        answering.function(
            user(Shape.async("getUserInfo")), args -> answer(args.flag("withCredentials", false))),
        answering.function(user(profile), args -> answer(true)));
  }

  private static Shape user(Shape shape) {
    return shape.withScript("user-info.js");
  }

  private static Map<String, Object> answer(boolean withCredentials) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("userInfo", anonymous());
    answer.put("signature", MADE_UP + "signature");
    if (withCredentials) {
      answer.put("encryptedData", MADE_UP + "data");
      answer.put("iv", MADE_UP + "iv");
    }
    return answer;
  }

  private static Map<String, Object> anonymous() {
    Map<String, Object> user = new LinkedHashMap<>();
    user.put("nickName", "微信用户");
    user.put("gender", 0);
    for (String unknown : List.of("language", "city", "province", "country", "avatarUrl"))
      user.put(unknown, "");
    return user;
  }
}
