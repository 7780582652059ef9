package minihost.config;

import java.util.List;

/** {@code httpdns} of minihost.json: the services a program may name, in the file's order. */
public record HttpDnsSection(List<HttpDnsService> services) {
  public static final HttpDnsSection NONE = new HttpDnsSection(List.of());
}
