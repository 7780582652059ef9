package minihost.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import minihost.app.Navigation;
import minihost.lab.Answer;
import minihost.lab.LabRequest;
import org.junit.jupiter.api.Test;

/**
 * {@code skyvow/m-mall}. The sheet leaves open which of two spellings of a header reaches the wire;
 * here it is one line with the last value.
 */
class MMallTest {
  private static final Answer CART =
      Answer.json("{\"meta\":{\"code\":0},\"data\":[{\"total\":1,\"goods\":{\"images\":[]}}]}");

  @Test
  void theMallShowsItsGoodsAndAsksForALoginOn401() throws Exception {
    try (CorpusProgram mall = new CorpusProgram("m-mall")) {
      mall.set("domains.requestdomain=[\"https://www.skyvow.cn\"]");
      mall.set("hosts.www.skyvow.cn=http://127.0.0.1:" + mall.backend.port());
      mall.lab
          .on("GET /api/banner", items("{\"images\":[{\"path\":\"b.png\"}]}"))
          .on("GET /api/classify", items("{\"_id\":\"c1\"}"))
          .on("GET /api/goods", items("{\"images\":[]}"));
      mall.launch();
      mall.eval("wx.setStorageSync('token', 'T0')");

      home(mall);
      cart(mall);
      mall.assertNoErrors();
      refused(mall);
    }
  }

  private static void home(CorpusProgram mall) throws Exception {
    mall.host().navigate(new Navigation.SwitchTab("/pages/index/index"));
    mall.awaitEnds(3).settle();
    assertEquals(
        "[ 'https://www.skyvow.cn/b.png', 1, 2 ]",
        mall.eval(
            "[page.data.images[0].path, page.data.goods.items.length,"
                + " page.data.goods.params.page]"));
    List<LabRequest> sent = mall.takeRequests();
    assertEquals(
        List.of("GET /api/banner?is_show=true", "GET /api/classify?page=1&limit=4"),
        CorpusProgram.lines(sent).stream().limit(2).sorted().toList());
    assertEquals("GET /api/goods?page=1&limit=10&type=c1", CorpusProgram.lines(sent).get(2));
    for (LabRequest request : sent) assertHeaders(request);
  }

  /** Its header object has both Content-Type (a form) and content-type (JSON). */
  private static void cart(CorpusProgram mall) throws Exception {
    mall.lab.on("GET /api/cart", CART);
    mall.host().navigate(new Navigation.SwitchTab("/pages/cart/index"));
    mall.awaitEnds(1).settle();
    assertEquals("1", mall.eval("page.data.carts.items.length"));
    assertEquals(
        "[ 'Content-Type', 'content-type' ]",
        mall.eval(
            "Object.keys(getApp().HttpService.defaults.header).filter(k =>"
                + " /content-type/i.test(k))"));
    List<LabRequest> sent = mall.takeRequests();
    assertEquals(List.of("GET /api/cart"), CorpusProgram.lines(sent));
    assertHeaders(sent.getFirst());
  }

  private static void refused(CorpusProgram mall) throws Exception {
    mall.lab.on("GET /api/cart", Answer.of(401));
    mall.host().callPage("getCarts", List.of()).get();
    mall.awaitEnds(1).settle();
    List<String> errors = mall.errors();
    assertEquals(1, errors.size(), errors::toString); // what it rejects with, nobody takes
    assertTrue(errors.getFirst().startsWith("unhandledRejection"), errors.getFirst());
    assertEquals("'pages/cart/index'", mall.eval("page.route"));
  }

  private static void assertHeaders(LabRequest request) {
    assertEquals(List.of("Bearer T0"), request.headers("Authorization"), request.toString());
    assertEquals(List.of("application/json"), request.headers("content-type"), request.toString());
  }

  private static Answer items(String item) {
    return Answer.json(
        "{\"meta\":{\"code\":0},\"data\":{\"items\":[%s],\"paginate\":{\"next\":2,\"perPage\":10}}}"
            .formatted(item));
  }
}
