package minihost.host;

import java.util.List;

/**
 * How a run stands at one moment.
 *
 * @param state {@code foreground}, {@code background}, {@code suspended} or {@code destroyed}
 * @param pages routes of the open pages, bottom first
 * @param inFlight calls of {@code wx} that have not ended
 * @param busy a turn is running right now
 * @param waitingFor what the loop waits for, in words
 * @param epochMillis the run's clock
 */
public record Status(
    String state,
    List<String> pages,
    int inFlight,
    boolean busy,
    List<String> waitingFor,
    long epochMillis) {}
