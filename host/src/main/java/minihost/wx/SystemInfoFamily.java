package minihost.wx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import minihost.api.Ordered;
import minihost.api.Shape;
import minihost.api.WxCall;
import minihost.api.WxFamily;
import minihost.api.WxFunction;
import minihost.config.Account;
import minihost.config.Settings;

/**
 * {@code wx.getSystemInfo} and the functions it was split into, and {@code wx.getAccountInfoSync}
 * (sheet 8.3). The account and the platform come from the settings; the phone is made up.
 */
public final class SystemInfoFamily implements WxFamily {
  private final Settings settings;

  public SystemInfoFamily(Settings settings) {
    this.settings = settings;
  }

  @Override
  public boolean madeUp() {
    return true;
  }

  @Override
  public List<WxFunction> functions() {
    return List.of(
        WxFunction.of(Shape.async("getSystemInfo"), (args, call) -> answerNow(call)),
        WxFunction.of(
            Shape.async("getSystemInfoAsync"),
            (args, call) -> {
              MadeUp.tell(call);
              call.succeed(all());
            }),
        WxFunction.sync("getSystemInfoSync", args -> all()),
        WxFunction.sync("getAppBaseInfo", args -> phone().app()),
        WxFunction.sync("getDeviceInfo", args -> phone().device()),
        WxFunction.sync("getWindowInfo", args -> MadeUpPhone.window()),
        WxFunction.sync("getAccountInfoSync", args -> account()));
  }

  /**
   * {@code __wxConfig}, which no document names: public programs read the kind of release there,
   * and some fail without it.
   */
  @Override
  public Map<String, Object> globals() {
    String env = settings.account().envVersion().value().name().toLowerCase(Locale.ROOT);
    String appid = settings.project().appid().value();
    return Map.of(
        "__wxConfig", Ordered.of("envVersion", env, "accountInfo", Ordered.of("appId", appid)));
  }

  /** Programs rely on success coming before the call returns (corpus section 2, item 6). */
  private void answerNow(WxCall call) {
    MadeUp.tell(call);
    call.succeedNow(all());
  }

  private MadeUpPhone phone() {
    return new MadeUpPhone(settings.platform().value(), settings.project().libVersion());
  }

  private Map<String, Object> all() {
    Map<String, Object> all = new LinkedHashMap<>(phone().device());
    all.putAll(MadeUpPhone.window());
    all.putAll(phone().app());
    return all;
  }

  /** The version is that of a release; other builds have none. */
  private Map<String, Object> account() {
    Account account = settings.account();
    Account.EnvVersion env = account.envVersion().value();
    boolean released = env == Account.EnvVersion.RELEASE;
    return Ordered.of(
        "miniProgram",
        Ordered.of(
            "appId", settings.project().appid().value(),
            "envVersion", env.name().toLowerCase(Locale.ROOT),
            "version", released ? account.version().value() : ""));
  }
}
