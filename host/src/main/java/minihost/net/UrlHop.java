package minihost.net;

import java.io.IOException;
import minihost.policy.Ask;
import minihost.policy.Gate;
import minihost.reason.Platform;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/** A stop at a URL that the policy has admitted. */
record UrlHop(Gate gate, int call, Ask.Http ask, HttpRequest.Identity identity) implements Hop {
  @Override
  public HttpUrl url() throws HttpRefused {
    return JudgedUrl.of(ask.url());
  }

  @Override
  public Headers headers(HttpRequest request) throws HttpRefused {
    return RequestHeaders.of(request, identity);
  }

  @Override
  public Hop onward(HttpUrl next, String location) throws IOException {
    Ask.Http there = gate.require(call, ask.redirectedTo(next.toString())).ask();
    return new UrlHop(gate, call, there, identity);
  }

  @Override
  public boolean isLast() {
    return ask.hop() == Redirects.MAX_HOPS;
  }

  /** Android hands the last hop over, with a text of its own (sheet RDR-2). */
  @Override
  public void giveUp(HttpUrl next) throws HttpRefused {
    if (identity.platform() == Platform.ANDROID) return;
    throw new HttpRefused(
        HttpCode.TOO_MANY_REDIRECTS,
        "",
        "redirected " + Redirects.MAX_HOPS + " times, and then to " + next,
        "end the redirects on the server, or call the final URL");
  }

  @Override
  public boolean isOutside() {
    return true;
  }

  @Override
  public IOException failed(IOException cause) {
    return new NetFailure.Failed(ask.url(), cause);
  }
}
