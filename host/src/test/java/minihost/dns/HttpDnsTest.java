package minihost.dns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import minihost.config.HttpDnsSection;
import minihost.config.HttpDnsService;
import minihost.config.Secret;
import minihost.reason.Code;
import minihost.reason.Origin;
import minihost.reason.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Caching, sharing and giving up, with a provider whose answers the test gives one by one. */
class HttpDnsTest {
  private static final Origin FILE = new Origin("minihost.json", 3, "httpdns.services.wx1");

  /** A question the provider has got. */
  private record Asked(String url, CompletableFuture<Transport.Reply> reply)
      implements Transport.Exchange {
    @Override
    public Transport.Reply await() throws IOException {
      try {
        return reply.join();
      } catch (RuntimeException e) {
        throw e.getCause() instanceof IOException io ? io : new IOException("cancelled");
      }
    }

    @Override
    public void cancel() {
      reply.cancel(false);
    }

    void awaitCancelled() {
      assertThrows(CancellationException.class, () -> reply.get(20, TimeUnit.SECONDS), url);
    }

    void says(String body) {
      says(200, body);
    }

    void says(int status, String body) {
      reply.complete(new Transport.Reply(status, body.getBytes(UTF_8)));
    }
  }

  private final AtomicLong now = new AtomicLong(1_000_000);
  private final LinkedBlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
  private final HttpDns dns =
      new HttpDns(
          new HttpDnsSection(
              List.of(
                  new HttpDnsService.Tencent("wx1", "http://t", Optional.empty(), FILE),
                  new HttpDnsService.Tencent(
                      "wx2", "http://t", Optional.of(new Secret("a b")), FILE),
                  new HttpDnsService.Aliyun("wx3", "http://a", "100", Optional.empty(), FILE),
                  new HttpDnsService.Aliyun(
                      "wx4", "http://a", "100", Optional.of(new Secret("s3cret")), FILE))),
          () -> this::get,
          now::get);

  private Transport.Exchange get(String url) {
    Asked question = new Asked(url, new CompletableFuture<>());
    asked.add(question);
    return question;
  }

  private Asked next() throws InterruptedException {
    Asked question = asked.poll(20, TimeUnit.SECONDS);
    assertTrue(question != null, "the provider was not asked");
    return question;
  }

  private static String addresses(LookUp lookUp) throws IOException {
    return String.join(" ", lookUp.await().stream().map(InetAddress::getHostAddress).toList());
  }

  private static Code failure(LookUp lookUp) {
    return assertThrows(HttpDnsFailure.class, lookUp::await).reason().code();
  }

  @AfterEach
  void nothingIsLeftAsking() {
    dns.close();
    for (Asked question : asked) question.awaitCancelled();
  }

  @Test // S-row 22, DNS-5
  void anAnswerIsKeptForItsTimeToLive() throws Exception {
    LookUp first = dns.lookUp("wx1", "api.example.com");
    next().says("1.2.3.4,60-0");
    assertEquals("1.2.3.4", addresses(first));
    now.addAndGet(59_999);
    assertEquals("1.2.3.4", addresses(dns.lookUp("wx1", "API.example.COM")));
    assertTrue(asked.isEmpty());
    now.addAndGet(1);
    LookUp again = dns.lookUp("wx1", "api.example.com");
    next().says("1.2.3.5,60-0");
    assertEquals("1.2.3.5", addresses(again));
  }

  @Test // S-row 22
  void anotherServiceAnotherNameAndAnAnswerForNowAreAskedAnew() throws Exception {
    LookUp first = dns.lookUp("wx1", "a.example.com");
    next().says("1.2.3.4,0-0");
    addresses(first);
    for (String service : List.of("wx1", "wx2")) {
      dns.lookUp(service, "a.example.com");
      next().says("1.2.3.4,60-0");
    }
    dns.lookUp("wx1", "b.example.com");
    next().says("1.2.3.4,60-0");
  }

  @Test // S-row 22
  void lookUpsAtTheSameTimeAreOneQuestion() throws Exception {
    LookUp first = dns.lookUp("wx1", "api.example.com");
    LookUp second = dns.lookUp("wx1", "Api.Example.com");
    Asked question = next();
    LookUp third = dns.lookUp("wx1", "api.example.com");
    question.says("1.2.3.4,60-0");
    for (LookUp each : List.of(first, second, third)) assertEquals("1.2.3.4", addresses(each));
    assertTrue(asked.isEmpty());
  }

  @Test // S-row 22
  void oneThatGivesUpDoesNotEndTheQuestionOfTheOthers() throws Exception {
    LookUp first = dns.lookUp("wx1", "api.example.com");
    LookUp second = dns.lookUp("wx1", "api.example.com");
    Asked question = next();
    first.timeOut(10);
    assertEquals(HttpDnsCode.TIME_OUT, failure(first));
    question.says("1.2.3.4,60-0");
    assertEquals("1.2.3.4", addresses(second));
  }

  @Test
  void theLastOneToGiveUpEndsTheQuestion() throws Exception {
    LookUp first = dns.lookUp("wx1", "api.example.com");
    LookUp second = dns.lookUp("wx1", "api.example.com");
    Asked question = next();
    first.cancel();
    second.timeOut(10);
    question.awaitCancelled();
    dns.lookUp("wx1", "api.example.com");
    next().says("1.2.3.4,60-0");
  }

  @Test // S-row 22
  void forgettingMeansAskingAnewAndWhatWasOnItsWayIsNotKept() throws Exception {
    LookUp kept = dns.lookUp("wx1", "api.example.com");
    next().says("1.2.3.4,60-0");
    addresses(kept);
    LookUp other = dns.lookUp("wx1", "b.example.com");
    Asked onItsWay = next();
    dns.forget();
    onItsWay.says("1.2.3.4,60-0");
    assertEquals("1.2.3.4", addresses(other));
    for (String name : List.of("api.example.com", "b.example.com")) {
      LookUp again = dns.lookUp("wx1", name);
      next().says("1.2.3.5,60-0");
      assertEquals("1.2.3.5", addresses(again));
    }
  }

  @Test
  void aFailureIsNotKept() throws Exception {
    LookUp first = dns.lookUp("wx1", "api.example.com");
    next().says(429, "");
    assertEquals(HttpDnsCode.NO_QUOTA, failure(first));
    LookUp second = dns.lookUp("wx1", "api.example.com");
    next().says("1.2.3.4,60-0");
    assertEquals("1.2.3.4", addresses(second));
  }

  @Test // S-row 22
  void aServiceNobodyConfiguredIsNotAsked() {
    LookUp lookUp = dns.lookUp("wx9", "api.example.com");
    HttpDnsFailure failure = assertThrows(HttpDnsFailure.class, lookUp::await);
    assertEquals(HttpDnsCode.INVALID_SERVICE_ID, failure.reason().code());
    assertTrue(failure.reason().why().contains("\"wx9\""), failure.reason().why());
    assertTrue(asked.isEmpty());
  }

  @ParameterizedTest // S-row 22
  @CsvSource({
    "200, '',                             602104",
    "200, ' ',                            602104",
    "200, '<html>',                       602106",
    "200, '0',                            602107",
    "401, '',                             602108",
    "403, '{\"code\":\"InvalidAccount\"}', 602108",
    "402, '',                             602102",
    "403, '',                             602101",
    "429, '',                             602103",
    "400, '{\"code\":\"InvalidHost\"}',    602000",
    "500, '{\"code\":\"InternalError\"}',  602001",
    "500, '',                             602002",
    "404, 'nothing here',                 602002",
    "302, '',                             602002",
    "201, '1.2.3.4,60-0',                 602002",
  })
  void whatTheProviderSaysIsOneOfWeChatsCodes(int status, String body, int errno) throws Exception {
    LookUp lookUp = dns.lookUp("wx1", "api.example.com");
    next().says(status, body);
    Code code = failure(lookUp);
    assertEquals(errno, code.errno());
    HttpDnsFailure failure = assertThrows(HttpDnsFailure.class, lookUp::await);
    assertEquals(FILE, failure.reason().origin());
    String text = failure.reason().errMsg(HttpDnsCode.STEP, Platform.DEFAULT);
    assertEquals("getDNSInfo:fail " + code.wording(), text);
  }

  @Test // S-row 22
  void aTransportThatFailsIsAnHttpErrorAndOneThatWaitsATimeOut() throws Exception {
    LookUp refused = dns.lookUp("wx1", "api.example.com");
    next().reply.completeExceptionally(new IOException("refused"));
    assertEquals(HttpDnsCode.REQUEST_HTTP_ERROR, failure(refused));
    LookUp slow = dns.lookUp("wx1", "api.example.com");
    next().reply.completeExceptionally(new SocketTimeoutException("slow"));
    assertEquals(HttpDnsCode.TIME_OUT, failure(slow));
  }

  @Test
  void anEndlessAnswerIsNone() throws Exception {
    LookUp lookUp = dns.lookUp("wx1", "api.example.com");
    next().says("1.2.3.4;".repeat(Transport.MAX_BODY));
    assertEquals(HttpDnsCode.INVALID_RESPONSE, failure(lookUp));
  }

  @Test
  void tencentIsAskedForBothKindsOfAddressesAndTheirTime() throws Exception {
    dns.lookUp("wx1", "API.example.com");
    assertEquals("http://t/d?dn=api.example.com&type=addrs&ttl=1", next().url);
    dns.lookUp("wx2", "api.example.com");
    assertEquals("http://t/d?dn=api.example.com&token=a+b&type=addrs&ttl=1", next().url);
  }

  /** The signature: {@code printf %s api.example.com-s3cret-1600 | md5sum}. */
  @Test
  void aliyunIsAskedWithASignatureThatHoldsForAWhile() throws Exception {
    dns.lookUp("wx3", "api.example.com");
    assertEquals("http://a/100/d?host=api.example.com&query=4,6", next().url);
    dns.lookUp("wx4", "api.example.com");
    assertEquals(
        "http://a/100/sign_d?host=api.example.com&query=4,6&t=1600&s=7efc8f12cb9b3119d7705c143ef61e2c",
        next().url);
  }

  @ParameterizedTest // S-row 22
  @CsvSource(
      delimiter = '>',
      value = {
        "{\"host\":\"h\",\"ips\":[\"1.2.3.4\",\"1.2.3.5\"],\"ttl\":57} > 1.2.3.4 1.2.3.5",
        "{\"ips\":[\"1.2.3.4\"],\"ipsv6\":[\"::2\"],\"ttl\":57}        > 1.2.3.4 0:0:0:0:0:0:0:2",
        "{\"ips\":[],\"ipsv6\":[\"::2\"]}                               > 0:0:0:0:0:0:0:2",
        "{\"ips\":[]}                                                   > 602107",
        "{}                                                             > 602107",
        "[]                                                             > 602106",
        "1.2.3.4                                                        > 602106",
        "{\"ips\":\"1.2.3.4\"}                                          > 602106",
        "{\"ips\":[1]}                                                  > 602106",
        "{\"ips\":[\"h\"]}                                              > 602106",
        "{\"ips\":[\"1.2.3.4\"],\"ttl\":\"57\"}                         > 602106",
      })
  void aliyunAnswersInJson(String body, String expected) throws Exception {
    LookUp lookUp = dns.lookUp("wx3", "api.example.com");
    next().says(body);
    if (expected.startsWith("6021"))
      assertEquals(Integer.parseInt(expected), failure(lookUp).errno());
    else assertEquals(expected, addresses(lookUp));
  }
}
