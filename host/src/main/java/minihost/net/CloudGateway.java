package minihost.net;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import minihost.config.Cloud;
import minihost.config.Setting;
import minihost.policy.Ask;
import okhttp3.Headers;

/**
 * Stands before the containers as WeChat's gateway does: it knows where they listen, and tells them
 * who calls, which no program can (sheet 8.4). Any thread.
 */
public final class CloudGateway {
  private final Cloud cloud;
  private final String caller;
  private final Supplier<String> lab;
  private final Supplier<Optional<String>> device;

  /**
   * @param caller the appid of the mini program
   * @param lab where the lab plays containers, {@code http://host:port}; may wait for it
   * @param device the device's address, as far as it has one
   */
  public CloudGateway(
      Cloud cloud, String caller, Supplier<String> lab, Supplier<Optional<String>> device) {
    this.cloud = cloud;
    this.caller = caller;
    this.lab = lab;
    this.device = device;
  }

  /** Where the container of an admitted ask listens: {@code http://host:port[/path]}. */
  String container(Ask.Container ask) {
    String base = cloud.container(ask.env(), ask.service()).orElseThrow().value();
    return Cloud.isLab(base) ? lab.get() + base.substring(Cloud.LAB.length()) : base;
  }

  /**
   * Takes what a program may not say of itself, in whatever spelling, and says it.
   *
   * @param headers as the program gave them
   */
  void sign(Headers.Builder headers, Ask.Container ask, String callId) {
    for (String name : headers.build().names()) if (isOurs(name)) headers.removeAll(name);
    headers.set("X-WX-ENV", ask.env());
    headers.set("X-WX-SOURCE", "wx_client");
    headers.set("X-WX-CALL-ID", callId);
    headers.set("X-WX-APPID", cloud.appid().map(Setting::value).orElse(caller));
    headers.set("X-WX-OPENID", cloud.openid().value());
    cloud.unionid().ifPresent(id -> headers.set("X-WX-UNIONID", id.value()));
    if (!ask.owner().isEmpty()) {
      headers.set("X-WX-FROM-APPID", caller);
      headers.set("X-WX-FROM-OPENID", cloud.openid().value());
      cloud.unionid().ifPresent(id -> headers.set("X-WX-FROM-UNIONID", id.value()));
    }
    String client = device.get().orElse("127.0.0.1");
    headers.set("X-Forwarded-For", client);
    headers.set("X-Original-Forwarded-For", client);
  }

  /** Servers that know headers as variables read an underscore, or any other mark, as a hyphen. */
  private static boolean isOurs(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "-");
    return plain.startsWith("x-wx-")
        || plain.equals("x-forwarded-for")
        || plain.equals("x-original-forwarded-for");
  }
}
