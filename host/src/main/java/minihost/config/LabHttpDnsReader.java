package minihost.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads {@code lab.httpdns} of minihost.json. */
final class LabHttpDnsReader {
  private static final String RECORD = "{ \"a\": [\"127.0.0.2\"], \"ttl\": 60 }";
  private static final int DEFAULT_TTL_S = 60;
  private static final int MAX_TTL_S = 7 * 24 * 60 * 60;
  private static final int MAX_QUOTA = 1_000_000_000;
  private static final int MAX_DELAY_MS = 10 * 60 * 1000;

  private LabHttpDnsReader() {}

  static Optional<LabHttpDns> read(Fields lab, HttpDnsSection customers) {
    if (lab.get("httpdns").isEmpty()) return Optional.empty();
    Fields httpdns = lab.object("httpdns");
    httpdns.refuseUnknown(Keys.in("lab.httpdns"));
    Optional<String> origin = ProviderUrl.read(httpdns, "origin");
    Setting<Integer> quota = httpdns.number("quota", 0, MAX_QUOTA, LabHttpDns.DEFAULT_QUOTA);
    Setting<LabHttpDns.Trouble> trouble = httpdns.word("trouble", LabHttpDns.Trouble.NONE);
    Setting<Integer> delay = httpdns.number("delayMs", 0, MAX_DELAY_MS, 0);
    Setting<Map<String, LabHttpDns.Names>> records = records(httpdns);
    return origin.map(
        o ->
            new LabHttpDns(
                new Setting<>(o, httpdns.get("origin").orElseThrow().origin()),
                records,
                quota,
                trouble,
                delay,
                customers.services()));
  }

  private static Setting<Map<String, LabHttpDns.Names>> records(Fields httpdns) {
    Fields records = httpdns.object("records");
    Map<String, LabHttpDns.Names> read = new LinkedHashMap<>();
    records
        .members()
        .forEach(
            (name, value) -> {
              if (!HostNames.isName(name))
                records
                    .problems()
                    .problem(
                        ConfigCode.BAD_HOST,
                        value.origin(),
                        "a key of lab.httpdns.records",
                        Fields.quote(name),
                        Fields.quote(name),
                        "write a name such as api.example.com");
              records
                  .object(name, RECORD)
                  .ifPresent(r -> read.put(name.toLowerCase(Locale.ROOT), names(r)));
            });
    return httpdns.get("records").isEmpty()
        ? Setting.builtIn(Map.of())
        : new Setting<>(Collections.unmodifiableMap(read), records.origin());
  }

  private static LabHttpDns.Names names(Fields record) {
    record.refuseUnknown(List.of("a", "aaaa", "ttl"));
    return new LabHttpDns.Names(
        addresses(record, "a", "IPv4", "\"127.0.0.2\""),
        addresses(record, "aaaa", "IPv6", "\"::1\""),
        record.number("ttl", 0, MAX_TTL_S, DEFAULT_TTL_S).value());
  }

  private static List<String> addresses(Fields record, String key, String kind, String example) {
    boolean v6 = key.equals("aaaa");
    return record.array(key, "[" + example + "]").stream()
        .flatMap(array -> record.texts(array, example).stream())
        .filter(
            text -> {
              boolean good =
                  v6 ? HostNames.isIpv6(text.value()) : HostNames.ipv4(text.value()).isPresent();
              if (!good)
                record
                    .problems()
                    .problem(
                        ConfigCode.BAD_RECORD,
                        text.origin(),
                        text.origin().key(),
                        text.shown(),
                        kind,
                        example);
              return good;
            })
        .map(Json.Text::value)
        .toList();
  }
}
