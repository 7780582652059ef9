package minihost.cli;

/** What the process tells its caller when it ends. */
public final class ExitCodes {
  private ExitCodes() {}

  /** Everything asked for was done. */
  public static final int OK = 0;

  /**
   * The program could not be launched, a run by itself had uncaught errors, or a command from a
   * pipe failed.
   */
  public static final int FAILED = 1;

  /** The command line or the configuration is wrong; also what {@code doctor} says of a failure. */
  public static final int USAGE = 2;

  /** {@code explain}: the call would be refused. */
  public static final int REFUSED = 3;

  /** A script that did not return was stopped by {@code --for}. */
  public static final int STOPPED = 4;

  /** Minihost itself failed. */
  public static final int INTERNAL = 70;

  /** Ended by ^C: given by the JVM, as by every program that a SIGINT ends. */
  public static final int INTERRUPTED = 130;
}
