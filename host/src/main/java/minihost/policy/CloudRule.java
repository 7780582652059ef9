package minihost.policy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import minihost.config.Cloud;
import minihost.config.Setting;
import minihost.config.Settings;
import minihost.policy.Decision.Finding;
import minihost.policy.Decision.Verdict;
import minihost.reason.Origin;
import minihost.reason.Reason;

/**
 * What of the cloud a program may call: the services that {@code cloud} of minihost.json names,
 * wherever their containers listen. Neither domain lists nor the LAN matter (sheets DOM-15, CLD-5).
 */
final class CloudRule {
  private static final Origin SETTING = Origin.of("minihost.json", "cloud.envs");

  private final Cloud cloud;
  private final Setting<String> appid;

  CloudRule(Settings settings) {
    cloud = settings.cloud();
    appid = cloud.appid().orElse(settings.project().appid());
  }

  Finding env(Ask.Container ask) {
    Set<String> known = cloud.envs().keySet();
    String env = ask.env();
    if (!known.contains(env))
      return stop(
          Rule.CLOUD_ENV,
          "cloud.envs has no \"" + env + "\"; " + listed(known),
          "add \"" + env + "\" to cloud.envs in minihost.json, or correct the environment",
          SETTING);
    if (!ask.owner().isEmpty() && !ask.owner().equals(appid.value()))
      return stop(
          Rule.CLOUD_ENV,
          "\"" + env + "\" belongs to " + appid.value() + ", and not to " + ask.owner(),
          "set cloud.appid in minihost.json to the resourceAppid of the call",
          appid.origin());
    return Rulebook.pass(Rule.CLOUD_ENV, () -> env + " is in cloud.envs");
  }

  Finding service(Ask.Container ask) {
    Map<String, Setting<String>> services = cloud.envs().get(ask.env());
    Optional<Setting<String>> container = cloud.container(ask.env(), ask.service());
    if (container.isPresent()) {
      String why = ask.service() + " is " + container.get().value();
      return new Finding(
          Verdict.ALLOW, new Reason(Rule.CLOUD_SERVICE, why, "", container.get().origin()));
    }
    String listed = listed(services.keySet());
    if (ask.service().isEmpty())
      return stop(
          Rule.CLOUD_SERVICE,
          "the call names no service; " + listed,
          "name it: header X-WX-SERVICE, or service",
          SETTING);
    return stop(
        Rule.CLOUD_SERVICE,
        ask.env() + " has no service \"" + ask.service() + "\"; " + listed,
        "add \""
            + ask.service()
            + "\" to cloud.envs."
            + ask.env()
            + ".services in minihost.json, or correct the name",
        SETTING);
  }

  private static String listed(Set<String> names) {
    return names.isEmpty()
        ? "there is none"
        : "there is " + String.join(", ", new TreeSet<>(names));
  }

  private static Finding stop(Rule rule, String why, String fix, Origin origin) {
    return Rulebook.stop(new Reason(rule, why, why, fix, origin));
  }
}
