package minihost.lab;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;

/** Turns an answer to one request into what the server library writes. */
final class Wire {
  /** Follows from the body that is really sent, so an answer's own words are not taken. */
  private static final Set<String> FRAMING = Set.of("content-length", "transfer-encoding");

  private static final int SLICES_PER_SECOND = 10;

  private final LabRequest request;
  private final LabSocket socket;
  private final Waits waits;

  Wire(LabRequest request, LabSocket socket, Waits waits) {
    this.request = request;
    this.socket = socket;
    this.waits = waits;
  }

  /** No answer: the connection ends, in an orderly way unless it has been reset already. */
  MockResponse gone() {
    socket.hangUp();
    return new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
  }

  MockResponse whole(Answer answer) {
    Content content = answer.content();
    return whole(head(answer), answer.status(), content.length(), content.whole(waits));
  }

  /** 101, then what the answer's script says. */
  MockResponse upgraded(Answer answer) {
    ScriptedSocket end = new ScriptedSocket(answer.script().orElseThrow(), socket);
    return head(answer).removeHeader("Content-Length").webSocketUpgrade(end).build();
  }

  /** As {@link #whole(Answer)}; a length of {@link WireBody#UNKNOWN} is streamed. */
  MockResponse whole(MockResponse.Builder head, int status, long length, WireBody body) {
    if (request.method().equals("HEAD")) {
      if (length == WireBody.UNKNOWN) head.removeHeader("Content-Length");
      else head.setHeader("Content-Length", length);
    } else if (status == 204 || status == 304) {
      head.removeHeader("Content-Length");
    } else if (length == WireBody.UNKNOWN) {
      streamed(head, body);
    } else {
      head.body(body.ofLength(length, socket));
    }
    if (request.headers("connection").stream().anyMatch("close"::equalsIgnoreCase))
      head.setHeader("Connection", "close").onResponseEnd(new SocketEffect.CloseSocket());
    return head.build();
  }

  /** {@link Fault#TRUNCATE}. */
  MockResponse truncated(Answer answer) {
    return brokenOff(answer, socket::hangUp);
  }

  /** {@link Fault#RESET_BODY}. */
  MockResponse resetWithin(Answer answer) {
    return brokenOff(answer, socket::reset);
  }

  private MockResponse brokenOff(Answer answer, Runnable end) {
    WireBody half = then(answer.content().half(waits), end);
    MockResponse.Builder head = head(answer);
    long length = answer.content().length();
    if (length == WireBody.UNKNOWN) streamed(head, half);
    else head.body(half.ofLength(Math.max(1, length), socket));
    return closing(head);
  }

  /** {@link Fault#BAD_CHUNK}. */
  MockResponse badChunk(Answer answer) {
    MockResponse.Builder head = head(answer);
    streamed(head, then(answer.content().half(waits), socket::garble));
    return closing(head);
  }

  /** {@link Fault#ENDLESS} and {@link Fault#GZIP_BOMB}. */
  MockResponse endless(Answer answer, WireBody bomb) {
    MockResponse.Builder head = head(answer);
    streamed(head, bomb);
    return closing(head);
  }

  private static WireBody then(WireBody body, Runnable end) {
    return sink -> {
      body.writeTo(sink);
      sink.flush();
      end.run();
    };
  }

  private static MockResponse closing(MockResponse.Builder head) {
    return head.onResponseEnd(new SocketEffect.CloseSocket()).build();
  }

  /** HTTP/1.1 tells the end of such a body by chunks, HTTP/2 by its own frames. */
  private void streamed(MockResponse.Builder head, WireBody body) {
    boolean h2 = request.protocol().equals(LabRequest.H2);
    head.body((h2 ? body : body.chunked()).ofLength(WireBody.UNKNOWN, socket));
    head.removeHeader("Content-Length");
    if (!h2) head.setHeader("Transfer-Encoding", "chunked");
  }

  private static MockResponse.Builder head(Answer answer) {
    MockResponse.Builder head = head(answer.status(), answer.headers());
    int rate = answer.bytesPerSecond();
    if (rate != Answer.FULL_SPEED) {
      long slice = Math.max(1, rate / SLICES_PER_SECOND);
      head.throttleBody(slice, TimeUnit.SECONDS.toNanos(slice) / rate, TimeUnit.NANOSECONDS);
    }
    return head;
  }

  static MockResponse.Builder head(int status, List<LabHeader> headers) {
    MockResponse.Builder head = new MockResponse.Builder().code(status);
    for (LabHeader h : headers)
      if (!FRAMING.contains(h.name().toLowerCase(Locale.ROOT)))
        head.addHeaderLenient(h.name(), h.value());
    return head;
  }
}
