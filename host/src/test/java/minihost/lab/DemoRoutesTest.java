package minihost.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import minihost.config.LabSection;
import minihost.config.Setting;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoRoutesTest {
  private static final Path DEMO = Path.of("..", "demo-miniprogram");
  private static final String ORIGIN = "https://api.feed.example";
  private static final ObjectMapper JSON = new ObjectMapper();

  private Lab lab;
  private LabClient client;

  @BeforeEach
  void start() throws Exception {
    LabSection section =
        new LabSection(
            List.of(Setting.builtIn(ORIGIN)),
            Optional.of(Setting.builtIn(DEMO.resolve("lab/routes.js").toAbsolutePath())));
    lab = Lab.start(section, DEMO, event -> {});
    client = new LabClient(lab);
  }

  @AfterEach
  void close() {
    client.close();
    lab.close();
  }

  private JsonNode get(String path, int status) throws IOException {
    return send(new Request.Builder().url(ORIGIN + path).build(), status);
  }

  private JsonNode send(Request request, int status) throws IOException {
    try (Response response = client.send(request)) {
      assertEquals(status, response.code());
      return JSON.readTree(response.body().string());
    }
  }

  @Test
  void theFeedComesInTwoPages() throws Exception {
    JsonNode first = get("/feed?page=1&size=5", 200);
    JsonNode second = get("/feed?page=2&size=5", 200);
    assertEquals(5, first.get("items").size());
    assertTrue(first.get("hasMore").asBoolean());
    assertEquals(3, second.get("items").size());
    assertFalse(second.get("hasMore").asBoolean());
    assertFalse(first.at("/items/0").has("body"));
  }

  @Test
  void anArticleKnowsItsNextAndIsLiked() throws Exception {
    JsonNode article = get("/articles/1", 200);
    assertEquals(2, article.get("next").asInt());
    assertTrue(get("/articles/8", 200).get("next").isNull());
    Request like =
        new Request.Builder()
            .url(ORIGIN + "/articles/1/likes")
            .post(RequestBody.create(new byte[0], null))
            .build();
    assertEquals(article.get("likes").asInt() + 1, send(like, 201).get("likes").asInt());
    assertTrue(get("/articles/99", 404).has("message"));
  }

  @Test
  void theServiceIsInMaintenance() throws Exception {
    assertTrue(get("/status", 503).get("message").asText().contains("维护中"));
  }

  @Test
  void theArchiveTakesLongerThanTheBackgroundAllows() throws Exception {
    CountDownLatch answered = new CountDownLatch(1);
    Thread reader =
        Thread.startVirtualThread(
            () -> {
              try {
                get("/feed/slow?page=1", 200);
                answered.countDown();
              } catch (IOException cutOffByTheEndOfTheTest) {
                // What this test wants.
              }
            });
    lab.awaitRequest("GET /feed/slow", Duration.ofSeconds(10));
    assertFalse(answered.await(200, TimeUnit.MILLISECONDS));
    lab.close();
    assertTrue(reader.join(Duration.ofSeconds(10)));
    assertEquals(1, answered.getCount());
  }
}
