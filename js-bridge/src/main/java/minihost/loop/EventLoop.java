package minihost.loop;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * One thread, one turn at a time, in the order in which turns and timers come due. Ends when no
 * turn, timer, {@link Pending} or {@link Handle} is left, or when told to.
 *
 * <p>Turns are of two sorts. A host turn always runs. A script turn runs code of the program, and
 * is held while scripts are suspended, to run in order at {@link #resumeScripts}.
 */
public final class EventLoop {
  private final Clock clock;
  private final Consumer<Throwable> failures;
  private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
  private final Set<Pending> pending = ConcurrentHashMap.newKeySet();
  private final Set<Handle> handles = ConcurrentHashMap.newKeySet();
  private final AtomicInteger listening = new AtomicInteger(); // of the handles
  private final Timers timers = new Timers(); // loop thread only, as are the next four
  private final ArrayDeque<Runnable> held = new ArrayDeque<>();
  private final ArrayDeque<Runnable> quietWaiters = new ArrayDeque<>();
  private int sleeping;
  private boolean suspended;
  private volatile boolean inTurn;
  private volatile boolean stopped;
  private volatile Thread thread;

  /**
   * @param failures told of what a turn throws; the loop goes on
   */
  public EventLoop(Clock clock, Consumer<Throwable> failures) {
    this.clock = clock;
    this.failures = failures;
  }

  public Clock clock() {
    return clock;
  }

  /**
   * Runs on the calling thread until idle or {@link #stop stopped}, beginning with {@code first}.
   */
  public void run(Runnable first) throws InterruptedException {
    thread = Thread.currentThread();
    try {
      turn(first);
      while (!stopped) {
        if (fireDueTimer()) {
          takeArrived();
        } else {
          if (isQuiet()) tellQuiet();
          if (isIdle()) return;
          Runnable next = clock.await(inbox, timers.due(), jump(), isPatient());
          if (next != null) turn(next);
        }
      }
    } finally {
      thread = null;
    }
  }

  /** Ends {@link #run} after the turn in progress. Any thread. */
  public void stop() {
    stopped = true;
    inbox.add(() -> {});
  }

  /** Queues a host turn. Any thread. */
  public void post(Runnable turn) {
    inbox.add(turn);
  }

  /** Runs a script turn now, or holds it while scripts are suspended. Loop thread. */
  public void script(Runnable turn) {
    assertOnLoop();
    if (suspended) held.add(turn);
    else turn.run();
  }

  /** Promises that one turn will follow from work off the loop. Loop thread. */
  public Pending begin(String what) {
    assertOnLoop();
    Pending ticket = new Pending(this, what, suspended);
    pending.add(ticket);
    return ticket;
  }

  void settled(Pending ticket, Runnable turn) {
    inbox.add(
        () -> {
          forget(ticket);
          turn.run();
        });
  }

  void forget(Pending ticket) {
    pending.remove(ticket);
  }

  /** Keeps the loop open until the handle is closed. Any thread. */
  public Handle open(String what) {
    return open(what, false);
  }

  /**
   * Like {@link #open}, for something of which a turn may come at any moment, such as a socket:
   * virtual time waits a little for it.
   */
  public Handle listen(String what) {
    return open(what, true);
  }

  private Handle open(String what, boolean listens) {
    Handle handle = new Handle(this, what, listens);
    if (listens) listening.incrementAndGet();
    handles.add(handle);
    return handle;
  }

  void closed(Handle handle) {
    handles.remove(handle);
    if (handle.listens()) listening.decrementAndGet();
    inbox.add(() -> {});
  }

  /** Runs a host turn after {@code delay}. Loop thread. Running the result cancels it. */
  public Runnable after(Duration delay, Runnable turn) {
    return timer(delay, turn, Timers.Sort.HOST);
  }

  /** Like {@link #after}, but neither keeps the loop open nor draws virtual time towards it. */
  public Runnable afterQuietly(Duration delay, Runnable turn) {
    return timer(delay, turn, Timers.Sort.QUIET);
  }

  /** Like {@link #after}, for code of the program: held while scripts are suspended. */
  public Runnable afterScript(Duration delay, Runnable turn) {
    return timer(delay, turn, Timers.Sort.SCRIPT);
  }

  private Runnable timer(Duration delay, Runnable turn, Timers.Sort sort) {
    assertOnLoop();
    return timers.add(clock.nanos() + delay.toNanos(), turn, sort);
  }

  /** Moves the clock forward; timers on the way fire in order. Any thread; returns at once. */
  public void advance(Duration by) {
    clock.advance(by);
    inbox.add(() -> {});
  }

  /** Holds script turns from now on. Loop thread. */
  public void suspendScripts() {
    assertOnLoop();
    suspended = true;
  }

  /** Runs what was held, in order, and holds nothing from now on. Loop thread. */
  public void resumeScripts() {
    assertOnLoop();
    suspended = false;
    for (Runnable turn; !suspended && (turn = held.poll()) != null; ) safely(turn);
  }

  /** Drops what is held, and holds nothing from now on: whose code it was is gone. Loop thread. */
  public void forgetScripts() {
    assertOnLoop();
    held.clear();
    suspended = false;
  }

  /**
   * Runs {@code then} on the loop after {@code delay} for work that waits for time alone: of a
   * {@link Pending} that sleeps virtual time does not wait. Any thread; on the loop's own, which
   * cannot wait for itself, and without a loop that runs, {@code then} follows at once.
   *
   * @param pending whether it is the work of a {@link Pending}
   * @return wakes it up early, without {@code then}; any thread
   */
  public Runnable sleep(Duration delay, boolean pending, Runnable then) {
    if (stopped || thread == null || isLoopThread()) {
      then.run();
      return () -> {};
    }
    Sleep sleep = new Sleep(pending, then);
    post(() -> sleep.begin(delay));
    return () -> post(sleep::end);
  }

  private final class Sleep {
    private final boolean pending;
    private final Runnable then;
    private Runnable cancel; // loop thread, as the next
    private boolean ended;

    private Sleep(boolean pending, Runnable then) {
      this.pending = pending;
      this.then = then;
    }

    private void begin(Duration delay) {
      if (ended) return;
      if (pending) sleeping++;
      cancel =
          after(
              delay,
              () -> {
                end();
                then.run();
              });
    }

    private void end() {
      if (!ended && cancel != null) {
        cancel.run();
        if (pending) sleeping--;
      }
      ended = true;
    }
  }

  public boolean scriptsSuspended() {
    return suspended;
  }

  /** What the loop waits for, in words. Any thread. */
  public List<String> waitingFor() {
    List<String> all = new ArrayList<>();
    pending.forEach(p -> all.add(p.toString()));
    handles.forEach(h -> all.add(h.toString()));
    return all;
  }

  /**
   * Runs {@code then} on the loop once every {@link Pending} is settled, no turn waits and no timer
   * is due. Any thread.
   */
  public void whenQuiet(Runnable then) {
    post(() -> quietWaiters.add(then));
  }

  /** Whether a timer is set that keeps the loop open. Loop thread. */
  public boolean hasTimers() {
    return timers.keepOpen(suspended);
  }

  /** Whether an answer is awaited: a {@link Pending} is open. Any thread. */
  public boolean awaits() {
    return !pending.isEmpty();
  }

  private boolean isQuiet() {
    return pending.isEmpty() && inbox.isEmpty();
  }

  private void tellQuiet() {
    for (Runnable waiter; (waiter = quietWaiters.poll()) != null; ) turn(waiter);
  }

  /** Whether a turn is running right now. Any thread. */
  public boolean isInTurn() {
    return inTurn;
  }

  public void assertOnLoop() {
    if (!isLoopThread())
      throw new IllegalStateException("not on the loop thread: " + Thread.currentThread());
  }

  public boolean isLoopThread() {
    return Thread.currentThread() == thread;
  }

  /**
   * Takes the turns that are there now: what a timer set going belongs to its moment, before the
   * next timer's; turns that come meanwhile wait, so that they cannot starve timers.
   */
  private void takeArrived() {
    for (int n = inbox.size(); n > 0 && !stopped; n--) turn(inbox.remove());
  }

  private boolean isIdle() {
    return isQuiet() && handles.isEmpty() && !timers.keepOpen(suspended);
  }

  private boolean isPatient() {
    return listening.get() > 0;
  }

  private long jump() {
    return pending.size() <= sleeping ? timers.drawing(suspended) : Clock.NEVER;
  }

  private boolean fireDueTimer() {
    long horizon = clock.horizon();
    Timers.Timer timer = timers.pollDue(horizon);
    if (timer == null) {
      clock.reach(horizon);
      return false;
    }
    clock.reach(timer.at());
    turn(timer.sort() == Timers.Sort.SCRIPT ? () -> script(timer.turn()) : timer.turn());
    return true;
  }

  private void turn(Runnable turn) {
    inTurn = true;
    safely(turn);
    inTurn = false;
  }

  private void safely(Runnable turn) {
    try {
      turn.run();
    } catch (Throwable t) {
      failures.accept(t);
    }
  }
}
