package minihost.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import minihost.reason.Origin;
import minihost.reason.Reason;
import okhttp3.Headers;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

/** Sockets sheet 5: what an exchange says of the network that carried it. */
class PassageTest {
  private static final Optional<Passage> FINE = Optional.of(new Passage(false, false, false));
  private static final Optional<Passage> TIMED_OUT = Optional.of(new Passage(true, false, false));
  private static final Optional<Passage> SLOW = Optional.of(new Passage(false, true, false));
  private static final Optional<Passage> LOST = Optional.of(new Passage(false, false, true));

  private final AtomicLong clock = new AtomicLong(1_000);
  private final Cancellation cancellation = new Cancellation();
  private final Stopwatch watch = new Stopwatch(clock::get, Redirects.Trail.START, _ -> false);

  private Optional<Passage> ended(IOException... failure) {
    return Passage.of(
        watch, Optional.ofNullable(failure.length == 0 ? null : failure[0]), cancellation);
  }

  private void connect(long ms) {
    watch.connectStart(null, null, null);
    clock.addAndGet(ms);
    watch.connectEnd(null, null, null, null);
  }

  private void overdue() {
    cancellation.overdue();
    cancellation.cancel();
  }

  @Test // S-row 26
  void aHandshakeIsSlowAbove400Ms() {
    connect(400);
    assertEquals(FINE, ended());
    connect(401);
    assertEquals(SLOW, ended());
  }

  @Test
  void theHandshakeIsTcps() {
    watch.connectStart(null, null, null);
    watch.secureConnectStart(null);
    clock.addAndGet(5_000);
    watch.secureConnectEnd(null, null);
    watch.connectEnd(null, null, null, null);
    assertEquals(FINE, ended());
  }

  @Test
  void aSlowAnswerIsTheServers() {
    connect(1);
    clock.addAndGet(60_000);
    watch.responseHeadersStart(null);
    assertEquals(FINE, ended());
  }

  @Test // S-row 26
  void aConnectThatIsNotThereInTimeIsNoLoss() {
    watch.connectStart(null, null, null);
    assertEquals(TIMED_OUT, ended(new SocketTimeoutException("Connect timed out")));
    assertEquals(TIMED_OUT, ended(new ConnectException("Connection timed out")));
    overdue();
    watch.connectFailed(null, null, null, null, new SocketException("Socket closed"));
    assertEquals(TIMED_OUT, ended(new SocketException("Socket closed")));
  }

  @Test // S-row 26
  void whatFailsToConnectOrBreaksIsLost() {
    watch.connectStart(null, null, null);
    assertEquals(LOST, ended(new ConnectException("Connection refused")));
    watch.connectEnd(null, null, null, null);
    assertEquals(LOST, ended(new SocketException("Connection reset")));
    assertEquals(LOST, ended(new SocketTimeoutException("Read timed out")));
    assertEquals(LOST, ended(new EOFException()));
  }

  @Test
  void anAnswerThatDoesNotComeInTimeIsLostAndOneThatHasBegunIsNot() {
    connect(1);
    overdue();
    assertEquals(LOST, ended(new IOException("Canceled")));
    watch.responseHeadersStart(null);
    assertEquals(FINE, ended(new IOException("Canceled")));
  }

  @Test
  void whatTheProgramGaveUpTellsNothing() {
    connect(1);
    cancellation.cancel();
    cancellation.overdue();
    assertEquals(Optional.empty(), ended(new IOException("Canceled")));
    assertEquals(FINE, ended());
  }

  @Test
  void whatNeededNoConnectionTellsNothing() {
    watch.responseHeadersEnd(
        null,
        new Response.Builder()
            .request(new Request.Builder().url("https://a.example.com/").build())
            .protocol(okhttp3.Protocol.HTTP_1_1)
            .code(200)
            .message("")
            .headers(Headers.EMPTY)
            .build());
    assertEquals(Optional.empty(), ended());
    assertEquals(Optional.empty(), ended(new UnknownHostException("a.example.com")));
  }

  @Test
  void aRefusalOfOursIsNoFaultOfTheNetwork() {
    connect(1);
    Reason tooLong = new Reason(HttpCode.INVALID_URL, "", "", "", Origin.BUILT_IN);
    assertEquals(FINE, ended(new HttpRefused(tooLong)));
  }
}
