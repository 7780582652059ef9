package minihost.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import minihost.config.HttpDnsService.Cipher;
import minihost.reason.Origin;

/** Reads {@code httpdns} of minihost.json. */
final class HttpDnsReader {
  private static final String EXAMPLE =
      "{ \"provider\": \"tencent\", \"url\": \"http://119.29.29.29\" }";
  private static final int MAX_TENCENT_ID = 100_000;
  private static final int EXAMPLE_ID = 1234;

  /** The protocols, as {@code provider} names them. */
  private enum Provider {
    TENCENT(List.of("token")),
    TENCENT_DES(List.of("id", "key")),
    TENCENT_AES(List.of("id", "key")),
    ALIYUN(List.of("account", "secret"));

    private final List<String> keys;

    Provider(List<String> own) {
      keys = new ArrayList<>(List.of("provider", "url"));
      keys.addAll(own);
    }
  }

  private HttpDnsReader() {}

  static HttpDnsSection read(Fields httpdns) {
    httpdns.refuseUnknown(Keys.in("httpdns"));
    Fields services = httpdns.object("services");
    List<HttpDnsService> read = new ArrayList<>();
    for (String id : services.members().keySet())
      services.object(id, EXAMPLE).flatMap(s -> service(id, s)).ifPresent(read::add);
    return new HttpDnsSection(List.copyOf(read));
  }

  private static Optional<HttpDnsService> service(String id, Fields service) {
    boolean safe = Words.isSafe(id);
    if (!safe)
      service
          .problems()
          .problem(
              ConfigCode.BAD_WORD,
              service.origin(),
              "the id of an httpdns service",
              Fields.quote(id),
              "\"wxa410372c837a5f26\"");
    if (lacks(service, "provider", "\"tencent\"")) return Optional.empty();
    Setting<Provider> written = service.word("provider", Provider.TENCENT);
    if (written.origin() == Origin.BUILT_IN) return Optional.empty();
    Provider provider = written.value();
    service.refuseUnknown(provider.keys);
    Optional<String> url = ProviderUrl.read(service, "url");
    Optional<HttpDnsService> read =
        switch (provider) {
          case TENCENT -> url.map(u -> tencent(id, u, service));
          case TENCENT_DES -> encrypted(id, url, Cipher.DES, service);
          case TENCENT_AES -> encrypted(id, url, Cipher.AES, service);
          case ALIYUN -> aliyun(id, url, service);
        };
    return read.filter(_ -> safe);
  }

  private static HttpDnsService tencent(String id, String url, Fields service) {
    return new HttpDnsService.Tencent(id, url, secret(service, "token"), service.origin());
  }

  private static Optional<HttpDnsService> encrypted(
      String id, Optional<String> url, Cipher cipher, Fields service) {
    boolean there = !lacks(service, "id", "\"id\": " + EXAMPLE_ID);
    Setting<Integer> number = service.number("id", 1, MAX_TENCENT_ID, EXAMPLE_ID);
    boolean good = there && number.origin() != Origin.BUILT_IN;
    Optional<Secret> key =
        lacks(service, "key", "\"key\": \"" + "k".repeat(cipher.keyBytes()) + "\"")
            ? Optional.empty()
            : secret(service, "key").filter(k -> fits(k, cipher, service));
    if (url.isEmpty() || !good || key.isEmpty()) return Optional.empty();
    return Optional.of(
        new HttpDnsService.TencentEncrypted(
            id, url.get(), cipher, number.value(), key.get(), service.origin()));
  }

  private static boolean fits(Secret key, Cipher cipher, Fields service) {
    int bytes = key.text().getBytes(UTF_8).length;
    if (bytes == cipher.keyBytes()) return true;
    service
        .problems()
        .problem(
            ConfigCode.BAD_KEY_LENGTH,
            service.get("key").orElseThrow().origin(),
            service.path("key"),
            bytes,
            cipher,
            cipher.keyBytes());
    return false;
  }

  private static Optional<HttpDnsService> aliyun(String id, Optional<String> url, Fields service) {
    if (lacks(service, "account", "\"account\": \"100000\"")) return Optional.empty();
    Optional<Setting<String>> account = Words.safe(service, "account", "\"100000\"");
    Optional<Secret> secret = secret(service, "secret");
    if (url.isEmpty() || account.isEmpty()) return Optional.empty();
    return Optional.of(
        new HttpDnsService.Aliyun(id, url.get(), account.get().value(), secret, service.origin()));
  }

  private static Optional<Secret> secret(Fields service, String key) {
    Json value = service.get(key).orElse(null);
    if (value instanceof Json.Text text) return Optional.of(new Secret(text.value()));
    if (value != null) // its value is nobody's business
    service
          .problems()
          .problem(
              ConfigCode.WRONG_TYPE,
              value.origin(),
              value.origin().key(),
              "a string",
              "something else",
              "\"…\"");
    return Optional.empty();
  }

  private static boolean lacks(Fields service, String key, String example) {
    if (service.get(key).isPresent()) return false;
    service
        .problems()
        .problem(ConfigCode.MISSING_KEY, service.origin(), service.path(key), example);
    return true;
  }
}
