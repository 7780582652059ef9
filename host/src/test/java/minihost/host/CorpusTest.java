package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import minihost.app.Navigation;
import minihost.lab.Answer;
import minihost.lab.LabRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultTimeZone;

/**
 * Public mini programs, run unmodified where {@code -Dminihost.corpus} names a folder with clones
 * of them; the backend is made up here. Programs see the time zone of the JVM.
 */
class CorpusTest {
  private static final Answer OK = Answer.json("{\"errno\":0,\"data\":{}}");

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
      assertEquals(List.of(), v2ex.errors());
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

  @Test
  void nideshopSendsItsTokenAndUpdatesItsCart() throws Exception {
    try (CorpusProgram shop = new CorpusProgram("nideshop-mini-program")) {
      shop.set("project.setting.urlCheck=false");
      shop.set("hosts.127.0.0.1:8360=127.0.0.1:" + shop.backend.port());

      shop.lab
          .on(
              "GET /api/index/index",
              data("\"newGoodsList\":[{\"id\":1},{\"id\":2}],\"brandList\":[{\"id\":3}]"))
          .on("GET /api/goods/count", data("\"goodsCount\":239"));
      shop.launch().awaitEnds(2);
      assertEquals(
          "[ 2, 1, 239 ]",
          shop.eval("[page.data.newGoods.length, page.data.brand.length, page.data.goodsCount]"));
      List<LabRequest> home = shop.takeRequests();
      assertEquals(
          List.of("GET /api/goods/count", "GET /api/index/index"),
          CorpusProgram.lines(home).stream().sorted().toList());
      for (LabRequest request : home) assertHeaders("", request);

      cart(shop);
      assertEquals(List.of(), shop.errors());
      survivesTheProgramsOwnMistake(shop);
    }
  }

  private static void cart(CorpusProgram shop) throws Exception {
    shop.lab
        .on(
            "GET /api/cart/index",
            data("\"cartList\":[{\"id\":1,\"checked\":true}],\"cartTotal\":{}"))
        .on("POST /api/cart/update", OK);
    shop.eval("wx.setStorageSync('token', 'tok-1')");
    shop.host().navigate(new Navigation.SwitchTab("/pages/cart/cart"));
    shop.awaitEnds(1);
    assertEquals(
        "[ 1, true ]", shop.eval("[page.data.cartGoods.length, page.data.checkedAllStatus]"));
    shop.host().callPage("updateCart", List.of(7.0, 9.0, 3.0, 1.0)).get();
    shop.awaitEnds(1);

    List<LabRequest> sent = shop.takeRequests();
    assertEquals(
        List.of("GET /api/cart/index", "POST /api/cart/update"), CorpusProgram.lines(sent));
    for (LabRequest request : sent) assertHeaders("tok-1", request);
    assertEquals("{\"productId\":7,\"goodsId\":9,\"number\":3,\"id\":1}", sent.getLast().text());
  }

  /** On errno 401 it logs in and reads a member of getUserInfo's answer that does not exist. */
  private static void survivesTheProgramsOwnMistake(CorpusProgram shop) throws Exception {
    shop.lab.on("GET /api/cart/index", Answer.json("{\"errno\":401}"));
    shop.host().callPage("getCartList", List.of()).get();
    shop.awaitEnds(1).settle();
    assertEquals(1, shop.errors().size(), () -> shop.errors().toString());
    assertTrue(shop.errors().getFirst().startsWith("uncaught TypeError"), shop.errors().getFirst());
    assertEquals("1", shop.eval("page.data.cartGoods.length"));
  }

  private static void assertHeaders(String token, LabRequest request) {
    assertEquals(List.of(token), request.headers("X-Nideshop-Token"), request.toString());
    assertEquals(List.of("application/json"), request.headers("content-type"), request.toString());
  }

  private static Answer data(String members) {
    return Answer.json("{\"errno\":0,\"data\":{" + members + "}}");
  }
}
