package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import minihost.lab.Answer;
import org.junit.jupiter.api.Test;

class RequestWalkTest {
  @Test
  void anAnswerComesBackAsSuccessThenCompleteWithTheSameObject() throws Exception {
    try (TestRun run = new TestRun()) {
      run.lab.on("GET /feed", Answer.json("{\"items\":[1,2]}"));
      run.onLoad(
          """
          let first
          const task = wx.request({
            url: 'https://api.example.com/feed',
            success(res) { first = res; console.log('success', res.statusCode, res.data, res.errMsg) },
            fail(res) { console.log('fail', res.errMsg) },
            complete(res) { console.log('complete', res === first) },
          })
          console.log('returned', typeof task.abort)
          """);
      run.run()
          .assertLog(
              "returned function", "success 200 { items: [ 1, 2 ] } request:ok", "complete true");
      assertEquals(1, run.lab.acceptedConnections());
    }
  }
}
