package minihost.wx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import minihost.api.WxCall;
import minihost.config.Rules.ChunkedData;
import minihost.config.Settings;
import minihost.net.HttpHead;
import minihost.net.Receiver;

/**
 * An answer that the program gets in pieces, as they arrive ({@code enableChunked}, sheet CHK-1 to
 * CHK-3): pieces are those of the network, whatever the server wrote and wherever characters end.
 */
final class ChunkedAnswer implements Receiver<byte[]> {
  private static final int LARGEST_CHUNK = 16 << 10;

  private final HttpCalls.Exchange exchange;
  private final WxCall call;
  private final int kept;

  ChunkedAnswer(HttpCalls.Exchange exchange, WxCall call, Settings settings) {
    this.exchange = exchange;
    this.call = call;
    boolean whole = settings.rules().chunkedData().value() == ChunkedData.WHOLE;
    kept = whole ? settings.limits().maxBodyBytes().value() : 0;
  }

  @Override
  public void head(HttpHead head) {
    exchange.received(head);
  }

  /**
   * @return the whole body, for the text at the end; empty where it is not wanted, or is larger
   *     than a body may be: a stream has no end that could be waited for
   */
  @Override
  public byte[] body(HttpHead head, InputStream body) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    byte[] buffer = new byte[LARGEST_CHUNK];
    boolean complete = true;
    for (int n; (n = body.read(buffer)) >= 0; ) {
      if (n == 0) continue;
      call.dropDeadline(); // CHK-2
      call.stream("chunkReceived", Map.of("data", Arrays.copyOf(buffer, n)));
      complete &= whole.size() + n <= kept;
      if (complete) whole.write(buffer, 0, n);
      else whole = new ByteArrayOutputStream(0);
    }
    return whole.toByteArray();
  }
}
