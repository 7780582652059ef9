package minihost.lab;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import minihost.config.HttpDnsService;
import minihost.config.LabHttpDns;
import minihost.config.LabHttpDns.Names;
import minihost.config.LabHttpDns.Trouble;

/**
 * An HttpDNS provider that speaks Tencent's and Aliyun's protocols and fails on demand. Any thread.
 */
public final class HttpDnsProvider {
  /** No status is forced. */
  private static final int AS_IT_IS = 0;

  private final Routes routes = new Routes();
  private final RequestLog log = new RequestLog();
  private final Map<String, Names> records = new ConcurrentHashMap<>();
  private final List<HttpDnsService> customers = new CopyOnWriteArrayList<>();
  private LabOrigin origin; // guarded by this, as is the rest
  private CompletableFuture<?> gate = CompletableFuture.completedFuture(null);
  private Duration delay = Duration.ZERO;
  private Trouble trouble = Trouble.NONE;
  private int quota = LabHttpDns.DEFAULT_QUOTA;
  private int status = AS_IT_IS;
  private int calls;

  HttpDnsProvider() {
    routes.put(RoutePattern.parse("* /d"), new TencentForm(this)::answer);
    AliyunForm aliyun = new AliyunForm(this);
    routes.put(RoutePattern.parse("* /:account/d"), request -> aliyun.answer(request, false));
    routes.put(RoutePattern.parse("* /:account/sign_d"), request -> aliyun.answer(request, true));
  }

  Routes routes() {
    return routes;
  }

  RequestLog log() {
    return log;
  }

  synchronized void playedBy(LabOrigin server) {
    origin = server;
  }

  /** Where it listens. */
  public synchronized LabOrigin origin() {
    return origin;
  }

  /** What it knows of a name; an unknown name has no addresses. */
  public HttpDnsProvider record(String name, Names names) {
    records.put(name.toLowerCase(Locale.ROOT), names);
    return this;
  }

  List<String> addressesOf(String name) {
    Names known = names(name);
    return Stream.concat(known.a().stream(), known.aaaa().stream()).toList();
  }

  /** A service it knows the id, key, token or secret of; it refuses all others. */
  public HttpDnsProvider customer(HttpDnsService service) {
    customers.add(service);
    return this;
  }

  /** How many more look-ups it answers; then it says that the quota is used up. */
  public synchronized HttpDnsProvider quotaRemaining(int lookUps) {
    quota = lookUps;
    return this;
  }

  public synchronized HttpDnsProvider trouble(Trouble what) {
    trouble = what;
    return this;
  }

  /** Answers with this status and no body, whatever is asked; 0 ends that. */
  public synchronized HttpDnsProvider status(int code) {
    status = code;
    return this;
  }

  public synchronized HttpDnsProvider delay(Duration each) {
    delay = each;
    return this;
  }

  /** Holds every answer back until this is done. */
  public synchronized HttpDnsProvider holdUntil(CompletableFuture<?> opened) {
    gate = opened;
    return this;
  }

  /** How often it has been asked. */
  public synchronized int calls() {
    return calls;
  }

  /** What it has been asked, oldest first. */
  public List<LabRequest> requests() {
    return log.all();
  }

  synchronized void forget() {
    calls = 0;
    log.clear();
  }

  List<HttpDnsService> customers() {
    return customers;
  }

  Names names(String host) {
    return records.getOrDefault(host.toLowerCase(Locale.ROOT), new Names(List.of(), List.of(), 0));
  }

  /** How one protocol says things. */
  interface Form {
    /** The answer to a question by a known customer. */
    Answer found();

    Answer unknownService();
  }

  /**
   * Counts a call and answers it.
   *
   * @param known whether a customer asks
   */
  synchronized Answer answer(boolean known, Form form) {
    calls++;
    return plain(known, form).delay(delay).after(gate);
  }

  private Answer plain(boolean known, Form form) {
    if (status != AS_IT_IS) return Answer.of(status);
    if (!known) return form.unknownService();
    return switch (trouble) {
      case UNKNOWN_SERVICE -> form.unknownService();
      case NOT_BOUGHT -> Answer.of(403);
      case EXPIRED -> Answer.of(402);
      case REFUSED_QUERY -> Answer.json("{\"code\": \"InvalidHost\"}").status(400);
      case SYSTEM_ERROR -> Answer.json("{\"code\": \"InternalError\"}").status(500);
      case EMPTY_BODY -> Answer.of(200);
      case GARBAGE_BODY -> Answer.text("<html>something in between answers</html>");
      case NONE -> {
        if (quota == 0) yield Answer.of(429);
        quota--;
        yield form.found();
      }
    };
  }
}
