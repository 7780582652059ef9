package minihost.lab;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import minihost.config.HttpDnsService.Tencent;
import minihost.config.HttpDnsService.TencentEncrypted;
import minihost.config.LabHttpDns.Names;
import minihost.config.Secret;
import minihost.dns.HexCipher;

/** Tencent's protocol as its server speaks it (sockets sheet 7.4). */
final class TencentForm {
  private static final String NO_RECORD = "0";

  private final HttpDnsProvider provider;

  TencentForm(HttpDnsProvider provider) {
    this.provider = provider;
  }

  Answer answer(LabRequest request) {
    if (!List.of("GET", "POST").contains(request.method())) return Answer.of(501);
    Map<String, List<String>> query = Percent.query(request.query());
    if (!query.containsKey("dn")) return Answer.of(404);
    Optional<HexCipher> cipher = query.containsKey("id") ? cipher(query) : Optional.empty();
    String dn = first(query, "dn");
    Optional<String> name =
        query.containsKey("id") ? cipher.flatMap(c -> c.decrypt(dn)) : Optional.of(dn);
    boolean known = query.containsKey("id") ? name.isPresent() : isPlainCustomer(query);
    return provider.answer(
        known,
        new HttpDnsProvider.Form() {
          @Override
          public Answer found() {
            String text = text(provider.names(name.orElseThrow()), query);
            return Answer.text(cipher.map(c -> c.encrypt(text)).orElse(text));
          }

          @Override
          public Answer unknownService() {
            return Answer.of(401);
          }
        });
  }

  private static String first(Map<String, List<String>> query, String name) {
    return query.getOrDefault(name, List.of("")).getFirst();
  }

  /** Without a token the entry for tests answers, which has none. */
  private boolean isPlainCustomer(Map<String, List<String>> query) {
    Optional<String> token = Optional.ofNullable(query.get("token")).map(List::getFirst);
    return provider.customers().stream()
        .anyMatch(c -> c instanceof Tencent t && t.token().map(Secret::text).equals(token));
  }

  private Optional<HexCipher> cipher(Map<String, List<String>> query) {
    String id = first(query, "id");
    String alg = query.containsKey("alg") ? first(query, "alg") : "des";
    return provider.customers().stream()
        .flatMap(c -> c instanceof TencentEncrypted t ? Optional.of(t).stream() : null)
        .filter(t -> String.valueOf(t.id()).equals(id) && t.cipher().name().equalsIgnoreCase(alg))
        .map(t -> new HexCipher(t.cipher(), t.key().text()))
        .findFirst();
  }

  private static String text(Names names, Map<String, List<String>> query) {
    String ttl = first(query, "ttl").equals("1") ? "," + names.ttl() : "";
    return switch (first(query, "type").toLowerCase(Locale.ROOT)) {
      case "addrs" -> {
        if (names.a().isEmpty() && names.aaaa().isEmpty()) yield NO_RECORD;
        yield side(names.a(), ttl) + "-" + side(names.aaaa(), ttl);
      }
      case "aaaa" -> names.aaaa().isEmpty() ? "" : side(names.aaaa(), ttl);
      default -> names.a().isEmpty() ? "" : side(names.a(), ttl);
    };
  }

  private static String side(List<String> addresses, String ttl) {
    return addresses.isEmpty() ? NO_RECORD : String.join(";", addresses) + ttl;
  }
}
