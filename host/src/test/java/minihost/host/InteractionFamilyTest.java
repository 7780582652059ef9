package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import minihost.journal.Event;
import org.junit.jupiter.api.Test;

class InteractionFamilyTest {
  private static final String ERROR = ":fail parameter error: ";
  private static final String SHEET = "showActionSheet" + ERROR;

  @Test
  void whatIsShownIsInTheJournal() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          """
          wx.showToast({ title: 'saved', duration: 500 })
          wx.showLoading({ title: 'wait', success: e => console.log(e) })
          wx.hideLoading()
          wx.hideToast()
          """);
      run.run().assertLog("{ errMsg: 'showLoading:ok' }");
      var calls = run.host().journal().events(Event.CallStarted.class);
      assertEquals(
          List.of("showToast", "showLoading", "hideLoading", "hideToast"),
          calls.stream().map(Event.CallStarted::api).toList());
      assertEquals(Map.of("title", "saved", "duration", 500.0), calls.getFirst().options());
    }
  }

  @Test
  void aModalIsConfirmedAndTheFirstItemIsTapped() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          """
          wx.showModal({ title: 'sure?' }).then(e => console.log(e.confirm, e.cancel, e.content))
          wx.showModal({ editable: true }).then(e => console.log(e.content === ''))
          wx.showActionSheet({ itemList: ['a', 'b'], success: e => console.log(e.tapIndex) })
          """);
      run.run().assertLog("true false undefined", "true", "0");
      assertEquals(3, MadeUpAnswers.in(run));
    }
  }

  @Test
  void wrongParametersFail() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          """
          const fail = e => console.log(e.errMsg, e.errno)
          wx.showToast({ title: 1, fail })
          wx.showLoading({ title: null, fail })
          wx.showModal({ content: {}, fail })
          wx.showActionSheet({ fail })
          wx.showActionSheet({ itemList: [], fail })
          wx.showActionSheet({ itemList: [...'1234567'], fail })
          wx.showActionSheet({ itemList: ['a', 2], fail })
          """);
      run.run()
          .assertLog(
              "showToast" + ERROR + "parameter.title should be String instead of Number; 1001",
              "showLoading" + ERROR + "parameter.title should be String instead of Null; 1001",
              "showModal" + ERROR + "parameter.content should be String instead of Object; 1001",
              SHEET + "parameter.itemList should be Array instead of Undefined; 1001",
              SHEET + "parameter.itemList should have at least 1 item; 1001",
              SHEET + "itemList should not be large than 6 1001",
              SHEET + "parameter.itemList[1] should be String instead of Number; 1001");
    }
  }
}
