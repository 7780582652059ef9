package minihost.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The requests received, oldest first; of more than {@link #KEPT} only the latest are kept. */
final class RequestLog {
  static final int KEPT = 1_000;

  private final List<LabRequest> requests = new ArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();

  void add(LabRequest request) {
    lock.lock();
    try {
      if (requests.size() == KEPT) requests.removeFirst();
      requests.add(request);
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
    } finally {
      lock.unlock();
    }
  }
}
