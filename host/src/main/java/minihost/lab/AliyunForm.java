package minihost.lab;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import minihost.config.HttpDnsService.Aliyun;
import minihost.config.LabHttpDns.Names;
import minihost.dns.AliyunSignature;

/** Aliyun's protocol as its server speaks it (sockets sheet 7.4). */
final class AliyunForm {
  private final HttpDnsProvider provider;

  AliyunForm(HttpDnsProvider provider) {
    this.provider = provider;
  }

  Answer answer(LabRequest request, boolean signed) {
    if (!request.method().equals("GET")) return error(405, "MethodNotAllowed");
    Map<String, List<String>> query = Percent.query(request.query());
    if (!query.containsKey("host")) return error(400, "MissingArgument");
    String host = first(query, "host");
    return provider.answer(
        isCustomer(request.params().get("account"), host, query, signed),
        new HttpDnsProvider.Form() {
          @Override
          public Answer found() {
            return Answer.json(json(host, provider.names(host)));
          }

          @Override
          public Answer unknownService() {
            return error(403, "InvalidAccount");
          }
        });
  }

  private static String first(Map<String, List<String>> query, String name) {
    return query.getOrDefault(name, List.of("")).getFirst();
  }

  private boolean isCustomer(
      String account, String host, Map<String, List<String>> query, boolean signed) {
    Optional<Aliyun> customer =
        provider.customers().stream()
            .flatMap(c -> c instanceof Aliyun a ? Optional.of(a).stream() : null)
            .filter(a -> a.account().equals(account) && a.secret().isPresent() == signed)
            .findFirst();
    if (!signed) return customer.isPresent();
    String until = first(query, "t");
    return until.matches("\\d{1,12}")
        && customer.isPresent()
        && AliyunSignature.of(host, customer.get().secret().get().text(), Long.parseLong(until))
            .equals(first(query, "s"));
  }

  private static Answer error(int status, String code) {
    return Answer.json("{\"code\": \"" + code + "\"}").status(status);
  }

  private static String json(String host, Names names) {
    return """
    {"host": "%s", "ips": %s, "ipsv6": %s, "ttl": %d, "origin_ttl": %5$d, "client_ip": "127.0.0.1"}
    """
        .formatted(
            host.replaceAll("[\"\\\\\\p{Cntrl}]", ""),
            list(names.a()),
            list(names.aaaa()),
            names.ttl(),
            names.ttl());
  }

  private static String list(List<String> addresses) {
    return addresses.stream().map(a -> '"' + a + '"').collect(Collectors.joining(", ", "[", "]"));
  }
}
