package minihost.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
  @ParameterizedTest
  @CsvSource({
    "limits, limits, 0",
    "LIMITS, limits, 0",
    "limtis, limits, 1",
    "limit, limits, 1",
    "linits, limits, 1",
    "'', abc, 3"
  })
  void theDistanceCountsEditsAndSwaps(String one, String two, int distance) {
    assertEquals(distance, Suggestion.distance(one, two));
  }

  @Test
  void aWordTooFarFromAllIsNotGuessed() {
    assertEquals(Optional.empty(), Suggestion.nearest("xyzzy", List.of("limits", "lab")));
    assertEquals(Optional.empty(), Suggestion.nearest("z", List.of("a", "udp")));
  }

  @Test
  void theNearestWins() {
    assertEquals(
        Optional.of("domains"), Suggestion.nearest("domans", List.of("demands", "domains")));
  }
}
