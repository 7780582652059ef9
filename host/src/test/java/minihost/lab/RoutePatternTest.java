package minihost.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutePatternTest {
  @ParameterizedTest
  @CsvSource({
    "GET /feed,            GET,  /feed",
    "get /feed,            GET,  /feed",
    "GET /feed,            HEAD, /feed",
    "* /feed,              POST, /feed",
    "GET /articles/:id,    GET,  /articles/7",
    "GET /*,               GET,  /",
    "GET /*,               GET,  /a/b/c",
    "GET /a/*,             GET,  /a/",
    "GET /文章,            GET,  /%E6%96%87%E7%AB%A0",
    "GET /,                GET,  /"
  })
  void aRequestFindsItsPattern(String pattern, String method, String path) {
    assertTrue(RoutePattern.parse(pattern).match(method, path).isPresent());
  }

  @ParameterizedTest
  @CsvSource({
    "GET /feed,         POST, /feed",
    "POST /feed,        HEAD, /feed",
    "GET /feed,         GET,  /feed/",
    "GET /feed,         GET,  /Feed",
    "GET /feed,         GET,  /feed/1",
    "GET /articles/:id, GET,  /articles",
    "GET /a/*,          GET,  /a"
  })
  void anotherRequestDoesNot(String pattern, String method, String path) {
    assertEquals(Optional.empty(), RoutePattern.parse(pattern).match(method, path));
  }

  @Test
  void paramsAreDecodedAndTheRestIsKeptAsOne() {
    assertEquals(
        Optional.of(Map.of("id", "a b/c", "*", "x/y")),
        RoutePattern.parse("GET /articles/:id/*").match("GET", "/articles/a%20b%2Fc/x/y"));
  }

  @Test
  void theMostSpecificComesFirst() {
    List<String> order =
        List.of(
            "HEAD /feed/top",
            "GET /feed/top",
            "* /feed/top",
            "GET /feed/:id",
            "GET /feed/*",
            "GET /*");
    List<String> sorted =
        order.reversed().stream()
            .map(RoutePattern::parse)
            .sorted(RoutePattern.MOST_SPECIFIC_FIRST)
            .map(RoutePattern::text)
            .toList();
    assertEquals(order, sorted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feed", "GET feed", "GET  ", "", "GET /a b", "GET /*/b"})
  void anUnreadablePatternIsNamed(String pattern) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> RoutePattern.parse(pattern));
    assertTrue(e.getMessage().contains('"' + pattern + '"'), e.getMessage());
  }
}
