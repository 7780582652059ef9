package minihost.jstest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The demo's own tests, as any build that knows the JUnit Platform runs them. */
@Timeout(240)
class DemoTestsTest {
  private static final Path DEMO = Path.of("../demo-miniprogram");

  @Test
  void allPass() {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectDirectory(DEMO.toFile()))
            .filters(EngineFilter.includeEngines(MiniProgramTestEngine.ID))
            .configurationParameter("minihost.timeout", "60000")
            .build();
    SummaryGeneratingListener results = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, results);
    TestExecutionSummary summary = results.getSummary();
    StringWriter text = new StringWriter();
    summary.printFailuresTo(new PrintWriter(text));
    assertEquals(0, summary.getTotalFailureCount(), text::toString);
    assertTrue(
        summary.getTestsSucceededCount() >= 25, () -> "only " + summary.getTestsFoundCount());
  }
}
