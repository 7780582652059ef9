package minihost.dns;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import minihost.config.HttpDnsService;

/** Aliyun HTTPDNS, with or without a signature. */
final class Aliyun implements Provider {
  /** A signature holds for this long, in seconds. */
  private static final long SIGNED_FOR = 600;

  private final HttpDnsService.Aliyun service;
  private final LongSupplier epochMillis;

  Aliyun(HttpDnsService.Aliyun service, LongSupplier epochMillis) {
    this.service = service;
    this.epochMillis = epochMillis;
  }

  @Override
  public String url(String host) {
    String name = URLEncoder.encode(host, UTF_8);
    String base = service.url() + "/" + service.account();
    if (service.secret().isEmpty()) return base + "/d?host=" + name + "&query=4,6";
    long until = epochMillis.getAsLong() / 1000 + SIGNED_FOR;
    String signature = AliyunSignature.of(host, service.secret().get().text(), until);
    return base + "/sign_d?host=" + name + "&query=4,6&t=" + until + "&s=" + signature;
  }

  @Override
  public Found read(String host, String body) throws HttpDnsFailure {
    JsonNode answer = ProviderJson.object(body).orElseThrow(() -> invalid("is no JSON object"));
    List<InetAddress> all = new ArrayList<>(list(answer, "ips"));
    all.addAll(list(answer, "ipsv6"));
    JsonNode ttl = answer.path("ttl");
    if (!ttl.isMissingNode() && (!ttl.isIntegralNumber() || ttl.asLong() < 0))
      throw invalid("has a ttl that is no number of seconds");
    return new Found(List.copyOf(all), ttl.asLong(0));
  }

  private static List<InetAddress> list(JsonNode answer, String key) throws HttpDnsFailure {
    List<String> texts = new ArrayList<>();
    JsonNode list = answer.path(key);
    if (!list.isMissingNode() && !list.isArray()) throw invalid("has no list as " + key);
    for (JsonNode item : list) {
      if (!item.isTextual()) throw invalid("has something else than texts in " + key);
      texts.add(item.textValue());
    }
    return Literals.addresses(texts);
  }

  private static HttpDnsFailure invalid(String what) {
    return new HttpDnsFailure(HttpDnsCode.INVALID_RESPONSE, "the provider's answer " + what);
  }
}
