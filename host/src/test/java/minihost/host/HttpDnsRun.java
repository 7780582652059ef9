package minihost.host;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import minihost.config.HttpDnsService;
import minihost.config.LabHttpDns.Names;
import minihost.lab.Answer;
import minihost.lab.HttpDnsProvider;
import minihost.lab.LabOrigin;
import minihost.reason.Origin;

/**
 * A program whose service {@code wx1} is a provider in the lab. By local DNS {@code
 * api.example.com} is one server; by HttpDNS, which gives 203.0.113.9, it is another.
 */
final class HttpDnsRun implements AutoCloseable {
  static final String PROVIDER = "http://119.29.29.29";
  static final String BY_HTTP_DNS = "ok 200 true [] 0";

  final TestRun run = new TestRun();
  final HttpDnsProvider provider = run.lab.httpDns(PROVIDER);
  final LabOrigin local = run.lab.origin("https://api.example.com");
  final LabOrigin other = run.lab.https("https://api.example.com:8443");

  HttpDnsRun() throws IOException {
    run.lab.on("GET /x", Answer.json("{}"));
    gives("203.0.113.9");
    run.set("hosts.203.0.113.9=127.0.0.1:" + other.port());
    service("{\"provider\":\"tencent\",\"url\":\"" + PROVIDER + "\"}");
    provider.customer(
        new HttpDnsService.Tencent("wx1", PROVIDER, Optional.empty(), Origin.BUILT_IN));
  }

  /** What the provider knows of the name, for a minute. */
  HttpDnsRun gives(String... addresses) {
    provider.record("api.example.com", new Names(List.of(addresses), List.of(), 60));
    return this;
  }

  /** The service {@code wx1} of the settings. */
  HttpDnsRun service(String json) {
    run.set("httpdns.services={\"wx1\":" + json + "}");
    return this;
  }

  HttpDnsRun start() {
    run.start();
    return this;
  }

  /** Requests /x by HttpDNS and waits. How it ended: {@link #BY_HTTP_DNS} when all is well. */
  String ask(String options) throws Exception {
    begin("https://api.example.com/x", options);
    run.settle();
    return run.log().getLast();
  }

  String ask() throws Exception {
    return ask("");
  }

  HttpDnsRun begin(String url, String options) throws Exception {
    run.script(
        """
        {
          const end = r => console.log(
            r.statusCode ? 'ok ' + r.statusCode : r.errMsg + ' ' + r.errno,
            r.useHttpDNS, JSON.stringify(r.exception?.reasons), r.exception?.retryCount)
          globalThis.task = wx.request({
            url: '%s', enableHttpDNS: true, httpDNSServiceId: 'wx1', complete: end, %s
          })
        }
        undefined
        """
            .formatted(url, options));
    return this;
  }

  @Override
  public void close() throws IOException {
    run.close();
  }
}
