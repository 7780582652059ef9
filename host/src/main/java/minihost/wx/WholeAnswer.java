package minihost.wx;

import java.io.IOException;
import java.io.InputStream;
import minihost.net.BodyLimit;
import minihost.net.HttpHead;
import minihost.net.Receiver;

/** An answer that is held in memory, and given to the program when it is complete. */
record WholeAnswer(HttpCalls.Exchange exchange, BodyLimit limit) implements Receiver<byte[]> {
  @Override
  public void head(HttpHead head) {
    exchange.received(head);
  }

  @Override
  public byte[] body(HttpHead head, InputStream body) throws IOException {
    return limit.read(head, body);
  }
}
