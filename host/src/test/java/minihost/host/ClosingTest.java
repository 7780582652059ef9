package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTest {
  private final List<String> closed = new ArrayList<>();

  private AutoCloseable failing(String name) {
    return () -> {
      closed.add(name);
      throw new IOException(name);
    };
  }

  @Test
  void whatComesAfterAFailureIsClosedAllTheSame() {
    IllegalStateException failed =
        assertThrows(
            IllegalStateException.class,
            () -> Closing.all(failing("a"), null, () -> closed.add("b"), failing("c")));
    assertEquals(List.of("a", "b", "c"), closed);
    assertEquals("a", failed.getCause().getMessage());
    assertEquals("c", failed.getSuppressed()[0].getMessage());
  }
}
