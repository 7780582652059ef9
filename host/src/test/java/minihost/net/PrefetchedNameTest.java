package minihost.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import minihost.config.Device;
import minihost.config.HttpDnsSection;
import minihost.config.Overrides;
import minihost.config.Settings;
import minihost.config.SettingsLoader;
import minihost.dns.Prefetch;
import minihost.policy.Ask;
import minihost.policy.Facts;
import minihost.policy.Gate;
import minihost.policy.Rulebook;
import minihost.reason.Platform;
import minihost.tls.TrustStore;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A name that only the prefetch knows leads to a real server, and the profile says so. */
class PrefetchedNameTest {
  private static final String NAME = "prefetched.example.com";

  @TempDir Path folder;
  private final AtomicLong clock = new AtomicLong(1_000_000);
  private Gate gate;
  private final AtomicInteger lookUps = new AtomicInteger();
  private final Prefetch prefetch = new Prefetch(this::lookUp, clock::getAndIncrement);

  private List<InetAddress> lookUp(String name) {
    lookUps.incrementAndGet();
    return List.of(InetAddress.ofLiteral("127.0.0.1"));
  }

  private Http http() throws Exception {
    Files.writeString(folder.resolve("project.config.json"), "{\"setting\":{\"urlCheck\":false}}");
    Overrides none = new Overrides(Optional.empty(), List.of(), Map.of());
    Settings settings = SettingsLoader.loadRules(folder, none);
    gate =
        new Gate(
            new Rulebook(settings),
            () -> new Facts(Facts.Visibility.FOREGROUND, Optional.<Device.Lan>empty()),
            settings.limits(),
            (call, decision) -> {});
    return new Http(
        gate,
        new CloudGateway(settings.cloud(), "wx0", () -> "", Optional::empty),
        new HttpRequest.Identity("https://servicewechat.com/", "test", Platform.DEFAULT),
        () -> new Http.Wiring(new ConnectTo(List.of()), TrustStore.with(List.of())),
        new Http.Ways(prefetch, HttpDnsSection.NONE),
        () -> folder,
        new Connectivity(settings.device(), (delay, call, then) -> () -> {}, () -> 0),
        clock::getAndIncrement);
  }

  private Profile get(Http http, MockWebServer server) throws IOException {
    server.enqueue(new MockResponse(200, okhttp3.Headers.of("Connection", "close"), "hello"));
    Ask.Http ask =
        new Ask.Http(Ask.Http.Kind.REQUEST, "http://" + NAME + ":" + server.getPort() + "/");
    HttpRequest request =
        new HttpRequest(
            "GET",
            List.of(),
            HttpBody.of(new byte[0]),
            new HttpRequest.Options(true, false, false));
    Receiver<String> text =
        new Receiver<>() {
          @Override
          public void head(HttpHead head) {}

          @Override
          public String body(HttpHead head, InputStream decoded) throws IOException {
            return new String(decoded.readAllBytes());
          }
        };
    HttpReply<String> reply = http.send(1, gate.require(1, ask), request, text, new Cancellation());
    assertEquals("hello", reply.body());
    return reply.profile();
  }

  @Test // DOM-12
  void theFirstRequestUsesItAndLooksNothingUp() throws Exception {
    CountDownLatch told = new CountDownLatch(1);
    prefetch.begin(List.of(NAME), _ -> told.countDown());
    told.await();
    try (MockWebServer server = new MockWebServer();
        Http http = http()) {
      server.start(InetAddress.getByName("127.0.0.1"), 0);
      for (int i = 0; i < 2; i++) {
        Profile profile = get(http, server);
        assertEquals(profile.fetchStart(), profile.domainLookUpStart());
        assertEquals(profile.fetchStart(), profile.domainLookUpEnd());
        assertTrue(profile.connectEnd() > profile.domainLookUpEnd(), "the clock stands");
      }
      assertEquals(1, lookUps.get());
    }
  }
}
