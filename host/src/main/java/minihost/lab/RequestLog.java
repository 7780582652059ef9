package minihost.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The requests received, oldest first; only the latest are kept, {@link #KEPT} or {@link
 * #KEPT_BYTES} of bodies, but always the last one.
 */
final class RequestLog {
  static final int KEPT = 1_000;
  static final long KEPT_BYTES = 4 * LabServer.KEPT_BYTES;

  private final List<LabRequest> requests = new ArrayList<>();
  private long bytes;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();

  void add(LabRequest request) {
    lock.lock();
    try {
      requests.add(request);
      bytes += request.body().length;
      while (requests.size() > KEPT || bytes > KEPT_BYTES && requests.size() > 1)
        bytes -= requests.removeFirst().body().length;
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  List<LabRequest> all() {
    lock.lock();
    try {
      return List.copyOf(requests);
    } finally {
      lock.unlock();
    }
  }

  List<LabRequest> matching(RoutePattern pattern) {
    return all().stream().filter(r -> pattern.match(r.method(), r.path()).isPresent()).toList();
  }

  /** Waits until at least this many match. */
  List<LabRequest> await(RoutePattern pattern, int count, Duration timeout)
      throws InterruptedException, TimeoutException {
    long left = timeout.toNanos();
    lock.lock();
    try {
      while (true) {
        List<LabRequest> found = matching(pattern);
        if (found.size() >= count) return found;
        if (left <= 0)
          throw new TimeoutException(
              "%d of %d requests for %s after %d ms; received: %s"
                  .formatted(found.size(), count, pattern.text(), timeout.toMillis(), requests));
        left = arrived.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  void clear() {
    lock.lock();
    try {
      requests.clear();
      bytes = 0;
    } finally {
      lock.unlock();
    }
  }
}
