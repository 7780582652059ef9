package minihost.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import minihost.app.Navigation;
import org.junit.jupiter.api.Test;

/** {@code xiejuntao/miniprogram}: its worker requires a file that does not exist. */
class WorkerMiniTest {
  @Test
  void theErrorOfItsWorkerIsToldAndTheProgramGoesOn() throws Exception {
    try (CorpusProgram logs = new CorpusProgram("miniprogram")) {
      logs.launch();
      logs.host().navigate(new Navigation.SwitchTab("/pages/logs/logs"));
      logs.await("worker error", () -> !logs.errors().isEmpty()).settle();

      assertEquals(1, logs.errors().size(), () -> logs.errors().toString());
      String error = logs.errors().getFirst();
      assertTrue(error.contains("module 'workers/request/utils.js' is not defined"), error);
      assertEquals("1", logs.eval("page.data.logs.length"));
    }
  }
}
