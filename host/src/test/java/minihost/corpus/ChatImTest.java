package minihost.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import minihost.host.SocketServer;
import org.junit.jupiter.api.Test;

/**
 * {@code lirongrong/WeApp-Chat-IM}. The request that the sheet ascribes to onLaunch is made by
 * onShow, once the user has allowed their information.
 */
class ChatImTest {
  private static final String ALLOWED =
      "answers.getSetting={\"authSetting\":{\"scope.userInfo\":true}}";
  private static final String USER =
      "answers.getUserInfo={\"rawData\":\"{}\",\"iv\":\"iv-1\",\"encryptedData\":\"data-1\"}";

  @Test
  void chatListensInsideSuccessAndHearsTheSocketOpen() throws Exception {
    try (SocketServer server = new SocketServer("").greeting("你好").silent();
        CorpusProgram chat = new CorpusProgram("WeApp-Chat-IM")) {
      chat.set(ALLOWED).set(USER).set("hosts.localhost:8001=127.0.0.1:" + server.port());
      chat.launch().settle();
      assertEquals("text null", server.next());
      chat.await("1", "page.data.chatList.length");
      assertEquals(
          "[ '你好', false ]",
          chat.eval("[page.data.chatList[0].text, page.data.chatList[0].isAdmin]"));
      List<String> log = chat.log();
      assertTrue(log.indexOf("连接成功") < log.indexOf("WebSocket连接打开"), log::toString);
      assertEquals(1, server.requests());

      assertTheRelativeUrlFails(chat);
      chat.host().callPage("btnConfirm", List.of(Map.of("detail", Map.of("value", "在吗")))).get();
      assertEquals("text 在吗", server.next());
      chat.settle();
      chat.assertNoErrors();
    }
  }

  private static void assertTheRelativeUrlFails(CorpusProgram chat) throws Exception {
    chat.settle();
    for (String told : List.of("fail:", "complete:"))
      assertTrue(
          chat.log().stream()
              .anyMatch(line -> line.startsWith(told + "request:fail invalid url \"undefinedup/")),
          () -> chat.log().toString());
  }

  /** Without it the program goes to a page that it does not have, which is its own mistake. */
  @Test
  void withoutTheUsersConsentItGoesToAPageThatIsNotThere() throws Exception {
    try (SocketServer server = new SocketServer("");
        CorpusProgram chat = new CorpusProgram("WeApp-Chat-IM")) {
      chat.set("hosts.localhost:8001=127.0.0.1:" + server.port());
      chat.launch().settle();
      assertEquals(1, chat.errors().size(), () -> chat.errors().toString());
      assertTrue(chat.errors().getFirst().contains("pages/home/temp"), chat.errors().getFirst());
      assertEquals("'pages/chat'", chat.eval("page.route"));
    }
  }
}
