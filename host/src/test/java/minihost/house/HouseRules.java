package minihost.house;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The walls of the house: which room may know which, and which library belongs to which room. */
final class HouseRules {
  private HouseRules() {}

  private static final Set<String> ALL_BUT_CLI =
      Set.of(
          "loop",
          "module",
          "js",
          "reason",
          "config",
          "policy",
          "tls",
          "dns",
          "net",
          "api",
          "app",
          "journal",
          "lab",
          "files",
          "wx",
          "wxml",
          "component");

  /** Who may know whom; whatever is not here is forbidden. As in docs/architecture.md. */
  static final Map<String, Set<String>> MAY_KNOW =
      Map.ofEntries(
          Map.entry("loop", Set.of()),
          Map.entry("module", Set.of()),
          Map.entry("js", Set.of("loop", "module")),
          Map.entry("reason", Set.of()),
          Map.entry("config", Set.of("reason")),
          Map.entry("policy", Set.of("reason", "config")),
          Map.entry("tls", Set.of()),
          Map.entry("dns", Set.of("reason", "config")),
          Map.entry("net", Set.of("reason", "policy", "config", "dns", "tls")),
          Map.entry("api", Set.of("reason", "policy")),
          Map.entry("wxml", Set.of("reason")),
          Map.entry("component", Set.of("wxml", "reason", "config", "js")),
          Map.entry("app", Set.of("component", "reason", "config", "api", "js", "loop")),
          Map.entry("journal", Set.of("reason", "policy")),
          Map.entry("lab", Set.of("reason", "config", "dns", "tls", "js", "loop", "module")),
          Map.entry("files", Set.of("reason")),
          Map.entry("inspect", Set.of("js")),
          Map.entry(
              "wx", Set.of("api", "net", "dns", "policy", "app", "reason", "config", "files")),
          Map.entry(
              "survey",
              Set.of("component", "config", "js", "module", "app", "wx", "wxml", "reason")),
          Map.entry("host", ALL_BUT_CLI),
          Map.entry(
              "jstest",
              Set.of("host", "app", "lab", "config", "policy", "journal", "reason", "js", "loop")),
          Map.entry(
              "cli",
              Set.of(
                  "host", "app", "lab", "config", "files", "policy", "journal", "reason", "js",
                  "loop", "api", "jstest", "inspect", "survey")));

  /**
   * A library or a call that belongs to few.
   *
   * @param what beginning of a class or member name
   * @param owners rooms, or classes by full name, that may use it
   * @param instead what everyone else does
   */
  private record Fence(String what, Set<String> owners, String instead) {
    boolean admits(ClassFacts c) {
      return owners.contains(c.room())
          || owners.stream().anyMatch(o -> (c.name() + "$").startsWith(o + "$"));
    }
  }

  private static final String TIME = "take a loop.Clock: virtual time must move what you do";
  private static final Set<String> CLOCK = Set.of("minihost.loop.SystemClock", "lab");
  private static final String SOCKETS = "go through net, which opens nothing without a Permit";

  private static final List<Fence> FENCES =
      List.of(
          new Fence("org.graalvm.", Set.of("js"), "use js.JsRuntime and plain data"),
          // The engine's own parser gives identifiers as Truffle strings.
          new Fence("com.oracle.", Set.of("js", "module"), "use module.EsModules"),
          // tls takes its certificates and its rules for host names.
          new Fence("okhttp3.", Set.of("net", "lab", "tls", "inspect"), SOCKETS),
          new Fence("mockwebserver3.", Set.of("lab", "inspect"), "start a lab.Lab"),
          new Fence("okio.", Set.of("net", "lab"), "use java.io or net.Http"),
          new Fence("javax.jmdns.", Set.of("net"), SOCKETS),
          new Fence("org.brotli.", Set.of("net", "files"), "let net.Http decode bodies"),
          new Fence("java.net.Socket", Set.of("net", "lab", "tls"), SOCKETS),
          new Fence("java.net.ServerSocket", Set.of("net", "lab"), SOCKETS),
          new Fence("java.net.DatagramSocket", Set.of("net", "lab"), SOCKETS),
          new Fence("java.net.MulticastSocket", Set.of("net", "lab"), SOCKETS),
          new Fence("java.net.http.", Set.of(), SOCKETS),
          new Fence("java.net.URLConnection", Set.of(), SOCKETS),
          new Fence("java.nio.channels.SocketChannel", Set.of("net", "lab"), SOCKETS),
          new Fence("java.nio.channels.ServerSocketChannel", Set.of("net", "lab"), SOCKETS),
          new Fence("java.nio.channels.DatagramChannel", Set.of("net", "lab"), SOCKETS),
          new Fence(
              "com.fasterxml.",
              Set.of("config", "journal", "lab", "cli", "dns", "inspect"),
              "let config read JSON, and pass records on"),
          new Fence("picocli.", Set.of("cli"), "leave the command line to cli"),
          new Fence("org.junit.", Set.of("jstest", "cli"), "tests are the business of jstest"),
          new Fence("org.opentest4j.", Set.of("jstest"), "tests are the business of jstest"),
          new Fence("org.jline.", Set.of("cli"), "leave the terminal to cli"),
          new Fence("java.lang.System.nanoTime", CLOCK, TIME),
          new Fence("java.lang.System.currentTimeMillis", CLOCK, TIME),
          new Fence("java.time.Instant.now", CLOCK, TIME),
          new Fence("java.time.LocalDate.now", CLOCK, TIME),
          new Fence("java.time.LocalDateTime.now", CLOCK, TIME),
          new Fence("java.time.ZonedDateTime.now", CLOCK, TIME),
          new Fence("java.time.OffsetDateTime.now", CLOCK, TIME),
          new Fence("java.time.Clock.system", CLOCK, TIME),
          new Fence("java.lang.Thread.sleep", CLOCK, "set a timer with EventLoop.after"),
          new Fence(
              "java.util.concurrent.TimeUnit.sleep", CLOCK, "set a timer with EventLoop.after"),
          new Fence("java.util.Timer", Set.of(), "set a timer with EventLoop.after"),
          new Fence(
              "java.util.concurrent.ScheduledExecutorService",
              Set.of(),
              "set a timer with EventLoop.after"),
          new Fence("java.lang.System.exit", Set.of("cli"), "return an exit code to cli"));

  /** Every breach, in words. */
  static List<String> breaches(Collection<ClassFacts> classes) {
    List<String> found = new ArrayList<>();
    for (ClassFacts c : classes) {
      addStrangers(found, c);
      for (Fence fence : FENCES) addFenced(found, c, fence);
    }
    return found;
  }

  private static void addStrangers(List<String> found, ClassFacts c) {
    Set<String> known = MAY_KNOW.get(c.room());
    if (known == null) {
      found.add(c.name() + " is in no room of the house: move it, or add its room to MAY_KNOW");
      return;
    }
    for (String used : c.uses()) {
      String room = ClassFacts.roomOf(used);
      if (room.isEmpty() || room.equals(c.room()) || known.contains(room)) continue;
      found.add(
          c.name() + " uses " + used + ": " + c.room() + " may only know " + new TreeSet<>(known));
    }
  }

  private static void addFenced(List<String> found, ClassFacts c, Fence fence) {
    if (fence.admits(c)) return;
    Predicate<String> fenced = name -> name.startsWith(fence.what);
    Set<String> used = new TreeSet<>();
    c.uses().stream().filter(fenced).forEach(used::add);
    c.calls().stream()
        .filter(fenced)
        .filter(call -> used.stream().noneMatch(call::startsWith))
        .forEach(used::add);
    for (String name : used) found.add(c.name() + " uses " + name + ": " + fence.instead);
  }

  /** A way from a room back to itself, as {@code net -> wx -> net}; empty when there is none. */
  static List<String> cycle(Collection<ClassFacts> classes) {
    Map<String, Set<String>> arrows = new TreeMap<>();
    for (ClassFacts c : classes)
      for (String used : c.uses()) {
        String room = ClassFacts.roomOf(used);
        if (!room.isEmpty() && !room.equals(c.room()))
          arrows.computeIfAbsent(c.room(), r -> new TreeSet<>()).add(room);
      }
    Deque<String> way = new ArrayDeque<>();
    Set<String> done = new TreeSet<>();
    for (String room : arrows.keySet())
      if (closes(room, arrows, way, done)) return List.copyOf(way);
    return List.of();
  }

  private static boolean closes(
      String room, Map<String, Set<String>> arrows, Deque<String> way, Set<String> done) {
    if (done.contains(room)) return false;
    boolean back = way.contains(room);
    way.addLast(room);
    if (back) return true;
    for (String next : arrows.getOrDefault(room, Set.of()))
      if (closes(next, arrows, way, done)) return true;
    way.removeLast();
    done.add(room);
    return false;
  }
}
