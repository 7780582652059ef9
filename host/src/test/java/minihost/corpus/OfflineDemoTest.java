package minihost.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import minihost.app.Navigation;
import minihost.lab.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultTimeZone;

/** {@code wechat-miniprogram/miniprogram-offline-demo}, with the data of its own server. */
class OfflineDemoTest {
  @Test
  @DefaultTimeZone("UTC")
  void articlesAndTheirTimesAreShown() throws Exception {
    try (CorpusProgram demo = new CorpusProgram("miniprogram-offline-demo/miniprogram")) {
      demo.set("hosts.127.0.0.1:8088=127.0.0.1:" + demo.backend.port());
      demo.lab
          .on("GET /cgi/home", Answer.json(data(demo, "home").toString()))
          .on("GET /cgi/detail/1", Answer.json(data(demo, "detail").get("1").toString()));

      demo.launch().awaitEnds(1).settle();
      assertEquals(
          "[ 20, '2021-12-09 08:16:43' ]",
          demo.eval("[page.data.list.length, page.data.list[0].time]"));
      demo.host().navigate(new Navigation.NavigateTo("/pages/detail/index?docid=1"));
      demo.awaitEnds(1).settle();
      assertEquals("'微信部分功能被限制？'", demo.eval("page.data.detail.Title"));
      assertEquals(
          List.of("GET /cgi/home", "GET /cgi/detail/1"), CorpusProgram.lines(demo.takeRequests()));
      assertEquals(1, demo.calls("createCacheManager").size());
      demo.assertNoErrors();
    }
  }

  private static JsonNode data(CorpusProgram demo, String name) throws IOException {
    return new ObjectMapper()
        .readTree(demo.folder().resolveSibling("server/data/" + name + ".json").toFile());
  }
}
