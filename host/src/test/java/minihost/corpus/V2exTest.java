package minihost.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import minihost.app.Navigation;
import minihost.lab.Answer;
import minihost.lab.LabRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultTimeZone;

/** {@code jectychen/wechat-v2ex}. Programs see the time zone of the JVM. */
class V2exTest {
  private static final Answer OK = Answer.json("{}");

  @Test
  @DefaultTimeZone("UTC")
  void v2exReadsItsTopicsAndShowsTheirTimeAsLocalTime() throws Exception {
    try (CorpusProgram v2ex = new CorpusProgram("wechat-v2ex")) {
      v2ex.set("domains.requestdomain=[\"https://www.v2ex.com\"]");
      v2ex.set("hosts.www.v2ex.com=http://127.0.0.1:" + v2ex.backend.port());

      v2ex.lab.on("GET /api/topics/latest.json", topics(10));
      v2ex.launch().awaitEnds(1);
      assertEquals("10", v2ex.eval("page.data.latest.length"));
      List<LabRequest> latest = v2ex.takeRequests();
      assertEquals(List.of("GET /api/topics/latest.json?p=1"), CorpusProgram.lines(latest));
      assertEquals(List.of("application/json"), latest.getFirst().headers("content-type"));

      v2ex.lab.on("GET /api/topics/hot.json", topics(3));
      v2ex.host().navigate(new Navigation.SwitchTab("/pages/hotest/hotest"));
      v2ex.awaitEnds(1);
      assertEquals("3", v2ex.eval("page.data.hotest.length"));
      assertEquals(
          List.of("GET /api/topics/hot.json?p=null"), CorpusProgram.lines(v2ex.takeRequests()));

      detail(v2ex);
      v2ex.assertNoErrors();
    }
  }

  /** A call in flight holds virtual time, so that the page is seen before it hides its toast. */
  private static void detail(CorpusProgram v2ex) throws Exception {
    CompletableFuture<Void> gate = new CompletableFuture<>();
    v2ex.lab
        .on("GET /hold", OK.after(gate))
        .on("GET /api/topics/show.json", topics(1))
        .on("GET /api/replies/show.json", topics(1));
    v2ex.eval("wx.request({ url: 'https://www.v2ex.com/hold' })");
    v2ex.host().navigate(new Navigation.NavigateTo("/pages/detail/detail?id=7"));
    v2ex.awaitEnds(2);
    assertEquals("'2016/11/20 09:07:00'", v2ex.eval("page.data.detail.created"));
    assertEquals("[ 1, false ]", v2ex.eval("[page.data.replies.length, page.data.hidden]"));
    assertEquals(
        List.of(
            "GET /api/replies/show.json?topic_id=7", "GET /api/topics/show.json?id=7", "GET /hold"),
        CorpusProgram.lines(v2ex.takeRequests()).stream().sorted().toList());

    gate.complete(null);
    assertEquals("true", v2ex.eval("await new Promise(f => setTimeout(f, 300)); page.data.hidden"));
  }

  private static Answer topics(int count) {
    return Answer.json(
        IntStream.rangeClosed(1, count)
            .mapToObj(i -> "{\"id\":" + i + ",\"title\":\"t\",\"created\":1479632820}")
            .collect(Collectors.joining(",", "[", "]")));
  }
}
