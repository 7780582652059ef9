package minihost.reason;

import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import minihost.config.Limits;
import okhttp3.OkHttpClient;
import org.graalvm.polyglot.Value;

/** Breaks the rules of the house, for the test of their checker. It is never run. */
public final class Trespasser {
  private List<Value> foreign;

  Instant now() throws InterruptedException {
    Thread.sleep(1);
    return Instant.ofEpochMilli(System.nanoTime()).plusSeconds(Instant.now().getNano());
  }

  OkHttpClient reach(Limits limits, ServerSocket socket) {
    foreign = List.of();
    return foreign.isEmpty() && limits != null && socket != null ? new OkHttpClient() : null;
  }
}
