package minihost.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import minihost.config.HostMapping;
import minihost.reason.Origin;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.junit.jupiter.api.Test;

class LabCloseTest {
  private static final String ORIGIN = "https://api.feed.example";
  private static final Duration SOON = Duration.ofSeconds(10);

  @Test
  void nothingIsLeftEvenOfRequestsInFlight() throws Exception {
    Set<Path> filesBefore = tempFiles();
    Set<Thread> threadsBefore = Thread.getAllStackTraces().keySet();
    Lab lab = Lab.start(ORIGIN);
    LabOrigin plain = lab.plainHttp("127.0.0.1", 0);
    lab.on("GET /stall", Answer.fault(Fault.STALL));
    lab.on("GET /late", Answer.text("late").delay(Duration.ofMinutes(5)));
    lab.on("GET /held", Answer.text("held").after(new CompletableFuture<>()));
    lab.on("GET /slow", Answer.text("x".repeat(1_000)).slow(1));
    lab.on("GET /talk", Answer.webSocket(SocketScript.ECHO));
    Lab mapped = Lab.start();
    mapped.terminator(
        new HostMapping(
            "shop.example",
            HostMapping.ANY_PORT,
            "127.0.0.1",
            plain.port(),
            true,
            Origin.BUILT_IN));
    CountDownLatch open = new CountDownLatch(2);
    CountDownLatch ended = new CountDownLatch(2);
    try (LabClient h2 = new LabClient(lab);
        LabClient throughMapping = new LabClient(mapped);
        LabClient h1 = new LabClient(lab, Protocol.HTTP_1_1);
        Socket silent = new Socket("127.0.0.1", lab.origin(ORIGIN).port())) {
      for (String path : List.of("/stall", "/late", "/held", "/slow"))
        for (LabClient client : List.of(h1, h2))
          Thread.startVirtualThread(() -> abandon(client, path));
      talk(h2, "wss://api.feed.example/talk", open, ended);
      talk(throughMapping, "wss://shop.example/talk", open, ended);
      lab.awaitRequests("GET /*", 10, SOON);
      assertTrue(open.await(10, TimeUnit.SECONDS));
      assertTrue(lab.acceptedConnections() >= 5);
      mapped.close();
      lab.close();
      assertTrue(ended.await(10, TimeUnit.SECONDS));
      silent.setSoTimeout(10_000);
      silent.getInputStream().readAllBytes(); // comes to an end, perhaps after a TLS alert
      assertThrows(ConnectException.class, () -> new Socket("127.0.0.1", plain.port()).close());
    }
    // The lab's threads are not daemons; the daemons are the client's and the JVM's.
    for (Thread thread : Thread.getAllStackTraces().keySet())
      if (!threadsBefore.contains(thread) && !thread.isDaemon())
        assertTrue(thread.join(SOON), thread.getName());
    assertEquals(filesBefore, tempFiles());
  }

  private static void talk(LabClient client, String url, CountDownLatch open, CountDownLatch end) {
    client
        .http()
        .newWebSocket(
            new Request.Builder().url(url).build(),
            new WebSocketListener() {
              @Override
              public void onOpen(WebSocket socket, Response response) {
                open.countDown();
              }

              @Override
              public void onFailure(WebSocket socket, Throwable failure, Response response) {
                end.countDown();
              }
            });
  }

  private static void abandon(LabClient client, String path) {
    assertThrows(
        Exception.class,
        () -> {
          try (var response = client.get(ORIGIN + path)) {
            response.body().string();
          }
        });
  }

  @Test
  void closingTwiceIsClosingOnce() throws Exception {
    Lab lab = Lab.start(ORIGIN);
    lab.close();
    lab.close();
  }

  private static Set<Path> tempFiles() throws Exception {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(f -> f.getFileName().toString().contains("minihost"))
          .collect(Collectors.toSet());
    }
  }
}
