package minihost.net;

/**
 * What the exchanges of a run tell of the network, as Chromium's estimator would (sheet 1.6):
 * moving averages, the newest weighing most. Any thread.
 */
public final class NetworkQuality {
  /** How much the newest observation counts. */
  private static final double WEIGHT = 0.3;

  /** Less says more about the server's thinking than about the network. */
  private static final long TELLING_BYTES = 10_000;

  private double httpRtt = Double.NaN;
  private double transportRtt = Double.NaN;
  private double kbps = Double.NaN;

  /**
   * Estimates after an exchange; 0 where nothing is known yet.
   *
   * @param httpRttMs from the request to the first byte of its answer
   * @param transportRttMs of a TCP handshake
   * @param downstreamKbps kilobits per second
   */
  public record Estimate(long httpRttMs, long transportRttMs, long downstreamKbps) {
    static final Estimate NONE = new Estimate(0, 0, 0);
  }

  /** Learns from an exchange, and adds to it what is known now. */
  synchronized Profile seen(Profile exchange) {
    httpRtt = average(httpRtt, exchange.responseStart() - exchange.requestEnd());
    if (!exchange.socketReused()) transportRtt = average(transportRtt, exchange.rtt());
    if (exchange.received() >= TELLING_BYTES) kbps = average(kbps, exchange.throughputKbps());
    return exchange.with(new Estimate(known(httpRtt), known(transportRtt), known(kbps)));
  }

  private static double average(double before, long now) {
    return Double.isNaN(before) ? now : before * (1 - WEIGHT) + now * WEIGHT;
  }

  private static long known(double value) {
    return Double.isNaN(value) ? 0 : Math.round(value);
  }
}
