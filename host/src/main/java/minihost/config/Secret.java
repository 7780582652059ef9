package minihost.config;

/** A key or token: reports, messages and stack traces show only that there is one. */
public record Secret(String text) {
  @Override
  public String toString() {
    return "****";
  }
}
