package minihost.host;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** What a run has left behind, in words: threads, calls, connections, files. */
public final class Leftovers {
  private Leftovers() {}

  public static List<String> of(Host host) {
    List<String> left = onTheMachine(host);
    left.addAll(host.status().waitingFor());
    if (host.status().inFlight() > 0) left.add(host.status().inFlight() + " calls in flight");
    return left;
  }

  /** Threads, connections and files: what even a run that was cut short gives back. */
  public static List<String> onTheMachine(Host host) {
    List<String> left = new ArrayList<>();
    for (Thread thread : Thread.getAllStackTraces().keySet())
      if (thread.getName().startsWith("minihost") && thread.isAlive())
        left.add("thread " + thread.getName());
    host.folder().filter(Files::exists).ifPresent(folder -> left.add("folder " + folder));
    if (host.openConnections() > 0) left.add(host.openConnections() + " open connections");
    if (host.callThreads() > 0) left.add(host.callThreads() + " threads of calls");
    return left;
  }
}
