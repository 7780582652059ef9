package minihost.net;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Hands every status to the program (sheet CB-5): OkHttp on its own repeats a request after 408,
 * 421 and 503, and fails on a 407 that comes from no proxy. Those go past it in disguise.
 */
final class AnyStatus implements Interceptor {
  private static final int DISGUISE = 10_000;

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response answer = chain.proceed(chain.request());
    return switch (answer.code()) {
      case 407, 408, 421, 503 -> answer.newBuilder().code(answer.code() + DISGUISE).build();
      default -> answer;
    };
  }

  /** What the server said. */
  static int of(Response answer) {
    return answer.code() % DISGUISE;
  }
}
