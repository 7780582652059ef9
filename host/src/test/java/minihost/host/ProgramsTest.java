package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.ExecutionException;
import minihost.lab.Answer;
import minihost.lab.LabRequest;
import org.junit.jupiter.api.Test;

/** Whole programs of the test resources, with their calls going to the lab. */
class ProgramsTest {
  private static final String ORDERS =
      """
      {"items":[{"id":1,"cents":1250,"state":0},{"id":2,"cents":99,"state":10}]}\
      """;

  @Test
  void typeScriptWithLiveBindingsAndRequireInOneFileRuns() throws Exception {
    try (TestRun run = new TestRun().program("typescript")) {
      run.lab.on("GET /orders/mine", Answer.json(ORDERS));
      run.run().assertLog("before login undefined 0", "after login tok-1 1", "#1");
      assertEquals(List.of(), run.errors());
      LabRequest request = run.lab.requests().getFirst();
      assertEquals(List.of("tok-1"), request.headers("x-token"));
      assertEquals(
          "{ lines: [ '#1 Open 12.50 EUR', '#2 Sent 0.99 EUR' ], open: 1 }",
          run.host().pageData().orElseThrow());
    }
  }

  @Test
  void anErrorInTypeScriptNamesTheLineItWasWrittenOn() throws Exception {
    try (TestRun run = new TestRun().program("typescript")) {
      run.lab.on("GET /orders/mine", Answer.json(ORDERS));
      run.run();
      var pay = run.host().callPage("pay", List.of());
      assertThrows(ExecutionException.class, pay::get);
      assertEquals(1, run.errors().size(), () -> run.errors().toString());
      String error = run.errors().getFirst();
      assertTrue(error.startsWith("TypeError"), error);
      assertTrue(error.contains("pages/orders/orders.ts:22:"), error);
    }
  }

  @Test
  void packagesOfMiniprogramNpmRun() throws Exception {
    try (TestRun run = new TestRun().program("npm")) {
      run.lab.on("GET /parcels", Answer.json("{\"parcels\":[{\"id\":1},{\"id\":2}]}"));
      run.run().assertLog("commonjs undefined undefined undefined undefined function", "10", "2 2");
      assertEquals(List.of(), run.errors());
      assertEquals("/parcels?limit=2&v=nested", run.lab.requests().getFirst().url());
    }
  }
}
