package minihost.config;

import com.fasterxml.jackson.core.JsonProcessingException;

/** Words the parser's complaints for a person. */
final class JsonErrors {
  private JsonErrors() {}

  /** What was found and what was expected, without the parser's own talk. */
  static String said(JsonProcessingException e) {
    return e.getOriginalMessage()
        .lines()
        .findFirst()
        .orElse("not JSON")
        .replaceAll("\\[Source: [^\\]]*?line: (\\d+)[^\\]]*]", "line $1")
        .replaceAll(" \\(code \\d+[^)]*\\)", "")
        .replaceFirst(
            "Unexpected end-of-input: expected close marker for (\\w+) \\(start marker at (.*)\\)",
            "the file ends inside the $1 that begins at $2; expected its closing bracket");
  }
}
