package minihost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
  @ParameterizedTest
  @CsvSource({
    "500ms, PT0.5S",
    "2s, PT2S",
    "1.5s, PT1.5S",
    "0.001ms, PT0.000001S",
    "1m, PT1M",
    "1h, PT1H",
    "0s, PT0S"
  })
  void aDurationIsANumberWithItsUnit(String text, Duration duration) {
    assertEquals(duration, Durations.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "s", "-1s", "1 s", "1d", "1,5s", "1s2", "99999999999s"})
  void anythingElseIsRefusedWithItsValueAndTheForms(String text) {
    var e = assertThrows(IllegalArgumentException.class, () -> Durations.parse(text));
    assertTrue(e.getMessage().contains('"' + text + '"'), e.getMessage());
    assertTrue(e.getMessage().contains("500ms, 2s"), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"0, 0 ms", "999, 999 ms", "5010, 5.01 s", "65000, 1 m 05 s"})
  void aDurationIsShownInTheUnitThatFits(long millis, String shown) {
    assertEquals(shown, Durations.show(millis));
  }
}
