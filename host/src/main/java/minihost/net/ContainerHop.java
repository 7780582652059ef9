package minihost.net;

import java.io.IOException;
import minihost.policy.Ask;
import minihost.policy.Gate;
import minihost.reason.Origin;
import minihost.reason.Reason;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/** A stop at a container of the cloud, behind its gateway (sheet 8.2 to 8.5). */
record ContainerHop(
    Gate gate,
    int call,
    Ask.Container ask,
    CloudGateway gateway,
    String callId,
    HttpRequest.Identity identity)
    implements Hop {
  /** More are not followed (seen in the base library). */
  private static final int MAX_HOPS = 6;

  /** Paths are read against it: whatever leads away from it leads out of the container. */
  private static final HttpUrl INSIDE = HttpUrl.get("http://container.invalid/");

  @Override
  public HttpUrl url() throws HttpRefused {
    return url(ask, gateway);
  }

  /** Where an admitted ask leads; may wait for the lab. */
  static HttpUrl url(Ask.Container ask, CloudGateway gateway) throws HttpRefused {
    HttpUrl path = inside(ask.path());
    String query = path.encodedQuery() == null ? "" : "?" + path.encodedQuery();
    return HttpUrl.get(gateway.container(ask) + path.encodedPath() + query);
  }

  private static HttpUrl inside(String path) throws HttpRefused {
    HttpUrl read = HttpUrl.parse(INSIDE.scheme() + "://" + INSIDE.host() + path);
    if (read != null && isInside(read)) return read;
    throw new HttpRefused(
        HttpCode.INVALID_URL, path, "\"" + path + "\" is no path", "correct the path");
  }

  private static boolean isInside(HttpUrl url) {
    return url.scheme().equals(INSIDE.scheme())
        && url.host().equals(INSIDE.host())
        && url.port() == INSIDE.port();
  }

  @Override
  public Headers headers(HttpRequest request) throws HttpRefused {
    Headers.Builder headers = RequestHeaders.given(request.headers(), false);
    gateway.sign(headers, ask, callId);
    headers.set("User-Agent", identity.userAgent());
    if (headers.get("Accept-Encoding") == null)
      headers.set("Accept-Encoding", ContentDecoding.UNDERSTOOD);
    return headers.build();
  }

  /** A relative location stays in the container; an absolute one is as if of wx.request. */
  @Override
  public Hop onward(HttpUrl next, String location) throws IOException {
    HttpUrl there = inside(ask.path()).resolve(location);
    if (there == null || !isInside(there)) {
      Ask.Http outside = new Ask.Http(Ask.Http.Kind.REQUEST, next.toString(), 1);
      return new UrlHop(gate, call, gate.require(call, outside).ask(), identity);
    }
    String query = there.encodedQuery() == null ? "" : "?" + there.encodedQuery();
    Ask.Container stays = ask.redirectedTo(there.encodedPath() + query);
    return new ContainerHop(gate, call, gate.require(call, stays).ask(), gateway, callId, identity);
  }

  @Override
  public boolean isLast() {
    return ask.hop() == MAX_HOPS;
  }

  @Override
  public void giveUp(HttpUrl next) throws HttpRefused {
    throw new HttpRefused(
        HttpCode.CONTAINER_REDIRECTS,
        "",
        "redirected " + MAX_HOPS + " times, and then to " + next,
        "end the redirects in the container, or call the final path");
  }

  /** WeChat's own line leads there. */
  @Override
  public boolean isOutside() {
    return false;
  }

  @Override
  public IOException failed(IOException cause) {
    Reason wire = new NetFailure.Failed(gateway.container(ask), cause).reason();
    return new HttpRefused(
        new Reason(
            HttpCode.SERVICE_UNAVAILABLE,
            wire.why() + " (" + wire.code().name() + ")",
            "start the container of "
                + ask.env()
                + "/"
                + ask.service()
                + ", or correct its"
                + " address under cloud.envs in minihost.json",
            Origin.BUILT_IN));
  }
}
