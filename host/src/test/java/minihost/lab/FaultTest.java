package minihost.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultTest {
  private static final String ORIGIN = "https://api.feed.example";
  private static final Duration SOON = Duration.ofSeconds(10);

  private Lab lab;

  @BeforeEach
  void start() throws Exception {
    lab = Lab.start(ORIGIN);
    for (Fault fault : Fault.values()) lab.on("GET /" + fault.word(), Answer.fault(fault));
    lab.on("GET /well", Answer.text("well"));
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"STALL", "ENDLESS", "GZIP_BOMB"},
      mode = EnumSource.Mode.EXCLUDE)
  void everyFaultIsAnIoErrorOverHttp1(Fault fault) throws Exception {
    assertFails(fault, Protocol.HTTP_1_1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"STALL", "ENDLESS", "GZIP_BOMB"},
      mode = EnumSource.Mode.EXCLUDE)
  void everyFaultIsAnIoErrorOverHttp2(Fault fault) throws Exception {
    assertFails(fault, Protocol.HTTP_2, Protocol.HTTP_1_1);
  }

  private void assertFails(Fault fault, Protocol... protocols) throws IOException {
    try (LabClient client = new LabClient(lab, protocols)) {
      assertThrows(
          IOException.class,
          () -> {
            try (Response response = client.get(ORIGIN + "/" + fault.word())) {
              response.body().string();
            }
          });
      assertEquals(1, lab.requests().size());
      assertEquals(protocols[0].toString(), lab.requests().getFirst().protocol());
      try (Response response = client.get(ORIGIN + "/well")) {
        assertEquals("well", response.body().string());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
  void aStalledRequestHearsNothingUntilTheLabCloses(Protocol protocol) throws Exception {
    Protocol[] spoken = {protocol, Protocol.HTTP_1_1};
    try (LabClient client = new LabClient(lab, spoken)) {
      AtomicReference<IOException> failure = new AtomicReference<>();
      CountDownLatch over = new CountDownLatch(1);
      Request request = new Request.Builder().url(ORIGIN + "/stall").build();
      client.http().newCall(request).enqueue(ends(failure, over));
      lab.awaitRequest("GET /stall", SOON);
      assertFalse(over.await(50, TimeUnit.MILLISECONDS));
      lab.close();
      assertTrue(over.await(10, TimeUnit.SECONDS));
      assertInstanceOf(IOException.class, failure.get());
    }
  }

  private static Callback ends(AtomicReference<IOException> failure, CountDownLatch over) {
    return new Callback() {
      @Override
      public void onFailure(Call call, IOException e) {
        failure.set(e);
        over.countDown();
      }

      @Override
      public void onResponse(Call call, Response response) {
        response.close();
        over.countDown();
      }
    };
  }

  @Test
  void resetIsATcpReset() throws Exception {
    SocketException e = assertThrows(SocketException.class, () -> raw("/reset"));
    assertTrue(e.getMessage().contains("reset"), e.getMessage());
  }

  @Test
  void emptyIsAnOrderlyEndWithoutAByte() throws Exception {
    assertEquals("", raw("/empty"));
  }

  @Test
  void malformedHasNoStatusLine() throws Exception {
    assertTrue(raw("/malformed").startsWith("NO SUCH PROTOCOL"));
  }

  @Test
  void truncateStopsHalfWayThroughTheLengthPromised() throws Exception {
    lab.on("GET /truncate", Answer.text("0123456789").with(Fault.TRUNCATE));
    String all = raw("/truncate");
    assertTrue(all.contains("Content-Length: 10\r\n") && all.endsWith("\r\n\r\n01234"), all);
  }

  @Test
  void aTruncatedEmptyBodyStillPromisesAByte() throws Exception {
    lab.on("GET /truncate", Answer.of(200).with(Fault.TRUNCATE));
    String all = raw("/truncate");
    assertTrue(all.contains("Content-Length: 1\r\n") && all.endsWith("\r\n\r\n"), all);
  }

  @Test
  void badChunkFollowsAGoodOne() throws Exception {
    lab.on("GET /badChunk", Answer.text("0123456789").with(Fault.BAD_CHUNK));
    String all = raw("/badChunk");
    assertTrue(all.contains("\r\n\r\n5\r\n01234\r\nNO SUCH"), all);
  }

  @Test
  void aFaultWaitsForItsDelay() throws Exception {
    lab.on("GET /empty", Answer.fault(Fault.EMPTY).delay(Duration.ofSeconds(60)));
    try (LabClient client = new LabClient(lab);
        Socket socket = client.connect(lab.origin(ORIGIN))) {
      ask(socket, "/empty");
      lab.awaitRequest("GET /empty", SOON);
      socket.setSoTimeout(50);
      assertThrows(SocketTimeoutException.class, () -> socket.getInputStream().read());
    }
  }

  /** Everything one HTTP/1.1 request brings back until the connection ends. */
  private String raw(String path) throws IOException {
    try (LabClient client = new LabClient(lab);
        Socket socket = client.connect(lab.origin(ORIGIN))) {
      ask(socket, path);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void ask(Socket socket, String path) throws IOException {
    String request = "GET " + path + " HTTP/1.1\r\nHost: api.feed.example\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
  }
}
