package minihost.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import minihost.reason.Origin;
import minihost.reason.Reason;
import org.junit.jupiter.api.Test;

class ComponentJsonTest {
  private static List<String> problems(String text) {
    return ComponentJson.read("p/a.json", text).problems().stream().map(Reason::text).toList();
  }

  @Test
  void whatIsUsedIsReadWithItsPlace() {
    ComponentJson json =
        ComponentJson.read(
            "p/a.json",
            """
            { // as the tools allow
              "usingComponents": { "a": "./a",
                "b": "/b/b" },
              "componentGenerics": { "g": true, "h": { "default": "./h" } },
              "componentPlaceholder": { "a": "view" },
            }
            """);
    assertEquals("./a", json.usingComponents().get("a").value());
    assertEquals(
        new Origin("p/a.json", 3, "usingComponents.b"), json.usingComponents().get("b").origin());
    assertEquals(Optional.empty(), json.generics().get("g"));
    assertEquals("./h", json.generics().get("h").orElseThrow().value());
    assertEquals(Map.of("a", "view"), json.placeholders());
    assertEquals(List.of(), json.problems());
  }

  @Test
  void whatIsWrongIsTold() {
    assertEquals(1, problems("{ \"usingComponents\": { \"a\": 1 } }").size());
    assertEquals(1, problems("{ \"usingComponents\": ").size());
    assertEquals(1, problems("[]").size());
    assertEquals(List.of(), problems("  "));
  }
}
