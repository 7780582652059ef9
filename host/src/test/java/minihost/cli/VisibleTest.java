package minihost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VisibleTest {
  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("plain, 中文 and 👩‍💻", "plain, 中文 and 👩‍💻"),
        Arguments.of("two\nlines\tand a tab", "two\nlines\tand a tab"),
        Arguments.of("\u001b[31mred\u001b[0m", "\\x1b[31mred\\x1b[0m"),
        Arguments.of("\u001b]0;title\u0007", "\\x1b]0;title\\x07"),
        Arguments.of("\u009b31mred", "\\x9b31mred"),
        Arguments.of("over\rwritten", "over\\x0dwritten"),
        Arguments.of("dos\r\nline", "dos\nline"),
        Arguments.of("back\b\b\u007f", "back\\x08\\x08\\x7f"),
        Arguments.of("nul\u0000", "nul\\x00"),
        Arguments.of("abc\u202edcba", "abc\\u202edcba"),
        Arguments.of("iso\u2066late", "iso\\u2066late"),
        Arguments.of("line\u2028separator", "line\\u2028separator"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void nothingThatMovesATerminalGetsThrough(String untrusted, String shown) {
    assertEquals(shown, Visible.text(untrusted));
  }
}
