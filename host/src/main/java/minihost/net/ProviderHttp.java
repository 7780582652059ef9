package minihost.net;

import java.io.IOException;
import minihost.dns.Transport;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * The way to HttpDNS providers. It needs no Permit: WeChat's side asks them, not the program, which
 * neither sees nor chooses their URLs (sockets sheet 7.3). {@code hosts} and {@code trust} hold;
 * the phone's proxy does not.
 */
final class ProviderHttp implements Transport {
  private final OkHttpClient client;

  ProviderHttp(OkHttpClient base) {
    client = base.newBuilder().eventListenerFactory(call -> EventListener.NONE).build();
  }

  @Override
  public Exchange get(String url) {
    Call call = client.newCall(new Request.Builder().url(url).build());
    return new Exchange() {
      @Override
      public Reply await() throws IOException {
        try (Response answer = call.execute()) {
          byte[] body = answer.body().byteStream().readNBytes(MAX_BODY + 1);
          return new Reply(AnyStatus.of(answer), body);
        }
      }

      @Override
      public void cancel() {
        call.cancel();
      }
    };
  }
}
