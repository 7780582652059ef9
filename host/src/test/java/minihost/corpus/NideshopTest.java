package minihost.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import minihost.app.Navigation;
import minihost.lab.Answer;
import minihost.lab.LabRequest;
import org.junit.jupiter.api.Test;

/** {@code tumobi/nideshop-mini-program}. */
class NideshopTest {
  private static final Answer OK = Answer.json("{\"errno\":0,\"data\":{}}");

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
      shop.assertNoErrors();
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
