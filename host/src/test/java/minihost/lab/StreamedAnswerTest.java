package minihost.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import okio.BufferedSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bodies that come bit by bit, and bodies too large to hold. */
class StreamedAnswerTest {
  private static final String ORIGIN = "https://api.feed.example";
  private static final String URL = ORIGIN + "/s";
  private static final byte[] EURO = "€".getBytes(StandardCharsets.UTF_8);

  private Lab lab;

  @BeforeEach
  void start() throws Exception {
    lab = Lab.start(ORIGIN);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void eachPieceIsAChunkAndMaySplitACharacter() throws Exception {
    lab.on("GET /s", Answer.chunks(Piece.of("ab"), Piece.of(EURO[0]), Piece.of(EURO[1], EURO[2])));
    String all = raw();
    assertTrue(all.contains("Transfer-Encoding: chunked\r\n"), all);
    assertTrue(
        all.contains("\r\n\r\n2\r\nab\r\n1\r\n\u00e2\r\n2\r\n\u0082\u00ac\r\n0\r\n\r\n"), all);
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
  void aPieceWaitsForItsGateAndItsPause(Protocol protocol) throws Exception {
    CompletableFuture<Void> gate = new CompletableFuture<>();
    lab.on(
        "GET /s",
        Answer.chunks(
            Piece.of("one"),
            Piece.of("two").after(gate),
            Piece.of("3").after(Duration.ofMillis(1))));
    Protocol[] spoken = {protocol, Protocol.HTTP_1_1};
    try (LabClient client = new LabClient(lab, spoken);
        Response response = client.get(URL)) {
      assertEquals(protocol, response.protocol());
      BufferedSource body = response.body().source();
      assertEquals("one", body.readUtf8(3));
      gate.complete(null);
      assertEquals("two3", body.readUtf8());
    }
  }

  @Test
  void beforeItsGateIsDoneNothingOfAPieceIsSent() throws Exception {
    lab.on("GET /s", Answer.chunks(Piece.of("x").after(new CompletableFuture<>())));
    try (LabClient client = new LabClient(lab);
        Socket socket = client.connect(lab.origin(ORIGIN))) {
      ask(socket);
      InputStream in = socket.getInputStream();
      String head = "";
      while (!head.endsWith("\r\n\r\n")) head += (char) in.read();
      socket.setSoTimeout(50);
      assertThrows(SocketTimeoutException.class, in::read);
    }
  }

  @Test
  void aBodyWhoseGateNeverOpensBreaksOffWhenTheLabCloses() throws Exception {
    lab.on("GET /s", Answer.chunks(Piece.of("x"), Piece.of("y").after(new CompletableFuture<>())));
    try (LabClient client = new LabClient(lab);
        Response response = client.get(URL)) {
      BufferedSource body = response.body().source();
      assertEquals("x", body.readUtf8(1));
      lab.close();
      assertThrows(IOException.class, body::readUtf8);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
  void zerosAreCountedAndNotHeld(Protocol protocol) throws Exception {
    long size = (200L << 20) + 1;
    lab.on("GET /s", Answer.zeros(size));
    Protocol[] spoken = {protocol, Protocol.HTTP_1_1};
    try (LabClient client = new LabClient(lab, spoken);
        Response response = client.get(URL)) {
      assertEquals(size, response.body().contentLength());
      assertEquals(size, count(response.body().byteStream(), Long.MAX_VALUE));
    }
  }

  @Test
  void ofALongUploadTheBeginningIsKeptAndAllOfItCounted() throws Exception {
    long size = 200L << 20;
    lab.on("POST /s", request -> Answer.text(String.valueOf(request.bodyLength())));
    try (LabClient client = new LabClient(lab, Protocol.HTTP_1_1);
        Response response = client.send(upload(size))) {
      assertEquals(String.valueOf(size), response.body().string());
    }
    LabRequest request = lab.requests().getFirst();
    assertEquals(size, request.bodyLength());
    assertEquals(LabServer.KEPT_BYTES, request.body().length);
  }

  private static Request upload(long size) {
    RequestBody body =
        new RequestBody() {
          @Override
          public MediaType contentType() {
            return null;
          }

          @Override
          public long contentLength() {
            return size;
          }

          @Override
          public void writeTo(BufferedSink sink) throws IOException {
            byte[] block = new byte[1 << 20];
            for (long left = size; left > 0; left -= block.length) sink.write(block);
          }
        };
    return new Request.Builder().url(URL).post(body).build();
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
  void anEndlessBodyGoesOnUntilTheClientHasEnough(Protocol protocol) throws Exception {
    lab.on("GET /s", Answer.fault(Fault.ENDLESS)).on("GET /well", Answer.text("well"));
    Protocol[] spoken = {protocol, Protocol.HTTP_1_1};
    try (LabClient client = new LabClient(lab, spoken)) {
      try (Response response = client.get(URL)) {
        assertEquals(64L << 20, count(response.body().byteStream(), 64L << 20));
      }
      try (Response response = client.get(ORIGIN + "/well")) {
        assertEquals("well", response.body().string());
      }
    }
  }

  @Test
  void aGzipBombIsOneGoodStreamAThousandTimesSmaller() throws Exception {
    lab.on("GET /s", Answer.fault(Fault.GZIP_BOMB));
    Request request = new Request.Builder().url(URL).header("Accept-Encoding", "gzip").build();
    try (LabClient client = new LabClient(lab);
        Response response = client.send(request);
        GZIPInputStream unpacked = new GZIPInputStream(response.body().byteStream())) {
      assertEquals("gzip", response.header("Content-Encoding"));
      assertArrayEquals(new byte[1 << 20], unpacked.readNBytes(1 << 20));
      assertEquals(512L << 20, count(unpacked, 512L << 20));
    }
  }

  /** Reads to the end, or so many bytes. */
  private static long count(InputStream in, long most) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long all = 0;
    int count;
    while (all < most
        && (count = in.read(buffer, 0, (int) Math.min(buffer.length, most - all))) >= 0)
      all += count;
    return all;
  }

  private String raw() throws IOException {
    try (LabClient client = new LabClient(lab);
        Socket socket = client.connect(lab.origin(ORIGIN))) {
      ask(socket);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private static void ask(Socket socket) throws IOException {
    String request = "GET /s HTTP/1.1\r\nHost: api.feed.example\r\nConnection: close\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
  }
}
