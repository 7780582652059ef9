package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClippedTest {
  private static final String LONG = "x".repeat(5_000_000);
  private static final String SHORT = "x".repeat(2_000) + "… (5000000 characters)";

  @Test
  void thePayloadsOfACallAreNotKept() {
    assertEquals(
        Map.of("data", SHORT, "body", "(3 bytes)", "timeout", 5.0),
        Clipped.of(Map.of("data", LONG, "body", new byte[3], "timeout", 5.0)));
  }

  @Test
  void norAreThoseOfHeadersAndForms() {
    assertEquals(
        Map.of("header", List.of("X-A", SHORT)),
        Clipped.of(Map.of("header", List.of("X-A", LONG))));
    List<?> kept = (List<?>) Clipped.of(Map.of("f", Collections.nCopies(9_000, "a"))).get("f");
    assertEquals(201, kept.size());
    assertEquals("… (9000 items)", kept.getLast());
  }
}
