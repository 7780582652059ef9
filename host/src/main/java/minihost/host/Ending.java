package minihost.host;

/**
 * How a run ended.
 *
 * @param launched the app came up to its first page
 * @param errors what the program threw and nobody caught
 * @param stopped a script that did not return was stopped
 */
public record Ending(boolean launched, int errors, boolean stopped) {}
