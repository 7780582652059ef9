package minihost.dns;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import minihost.config.HttpDnsSection;
import minihost.config.HttpDnsService;
import minihost.reason.Origin;

/**
 * Names resolved by HttpDNS providers. What a provider says is kept for as long as it holds, by the
 * run's clock, and look-ups of one name at the same time are one question (sheet 7.2). Any thread.
 */
public final class HttpDns implements AutoCloseable {
  record Key(String serviceId, String host) {}

  private record Kept(List<InetAddress> addresses, long until) {}

  private final Map<String, HttpDnsService> services;
  private final Supplier<Transport> transport;
  private final LongSupplier epochMillis;
  private final Map<Key, Kept> kept = new HashMap<>(); // guarded by this, as are the next three
  private final Map<Key, Question> open = new HashMap<>();
  private final Set<Question> running = new HashSet<>();
  private boolean closed;

  /**
   * @param transport asked at each question, on the thread that puts it
   * @param epochMillis the run's clock
   */
  public HttpDns(HttpDnsSection section, Supplier<Transport> transport, LongSupplier epochMillis) {
    services =
        section.services().stream()
            .collect(Collectors.toUnmodifiableMap(HttpDnsService::serviceId, s -> s));
    this.transport = transport;
    this.epochMillis = epochMillis;
  }

  /**
   * Begins to look a name up; returns at once. The question to the provider goes on for as long as
   * somebody waits for it.
   *
   * @param host a name, not an address; its case does not matter
   */
  public synchronized LookUp lookUp(String serviceId, String host) {
    Key key = new Key(serviceId, host.toLowerCase(Locale.ROOT));
    LookUp lookUp = new LookUp(epochMillis);
    HttpDnsService service = services.get(serviceId);
    Kept known = kept.get(key);
    if (closed) lookUp.fail(new HttpDnsFailure(HttpDnsCode.REQUEST_SYSTEM_ERROR, "the run ended"));
    else if (service == null) lookUp.fail(unknown(serviceId));
    else if (known != null && epochMillis.getAsLong() < known.until)
      lookUp.succeed(known.addresses);
    else join(open.computeIfAbsent(key, k -> ask(k, service)), lookUp);
    return lookUp;
  }

  private HttpDnsFailure unknown(String serviceId) {
    String known = services.isEmpty() ? "none" : String.join(", ", services.keySet());
    return new HttpDnsFailure(
        HttpDnsCode.INVALID_SERVICE_ID,
        "no service \"" + serviceId + "\" is configured; known: " + known,
        Origin.of("minihost.json", "httpdns.services"));
  }

  private Question ask(Key key, HttpDnsService service) {
    Question question = new Question(key);
    running.add(question);
    Thread.ofVirtual().name("minihost-httpdns " + key.host).start(() -> put(question, service));
    return question;
  }

  private synchronized void join(Question question, LookUp lookUp) {
    question.waiting.add(lookUp);
    lookUp.leaveWith(() -> leave(question, lookUp));
  }

  /** The last one to leave ends the question. */
  private synchronized void leave(Question question, LookUp lookUp) {
    if (!question.waiting.remove(lookUp) || !question.waiting.isEmpty()) return;
    open.remove(question.key, question);
    question.cancel();
  }

  private void put(Question question, HttpDnsService service) {
    try {
      Found found = answer(question, service);
      end(question, found).forEach(w -> w.succeed(found.addresses()));
    } catch (HttpDnsFailure e) {
      end(question, null).forEach(w -> w.fail(e));
    } catch (RuntimeException e) {
      HttpDnsFailure failure = new HttpDnsFailure(HttpDnsCode.REQUEST_SYSTEM_ERROR, e.toString());
      end(question, null).forEach(w -> w.fail(failure));
    }
  }

  /** Ends a question and keeps its answer, unless it was forgotten before it came. */
  private synchronized List<LookUp> end(Question question, Found found) {
    running.remove(question);
    boolean fresh = open.remove(question.key, question);
    if (fresh && found != null && found.ttl() > 0)
      kept.put(
          question.key, new Kept(found.addresses(), epochMillis.getAsLong() + found.ttl() * 1000));
    List<LookUp> waiting = List.copyOf(question.waiting);
    question.waiting.clear();
    return waiting;
  }

  private Found answer(Question question, HttpDnsService service) throws HttpDnsFailure {
    try {
      Provider provider = Provider.of(service, epochMillis);
      Transport.Exchange exchange = transport.get().get(provider.url(question.key.host));
      synchronized (this) {
        question.stoppedBy(exchange::cancel);
      }
      return found(provider, question.key.host, exchange.await());
    } catch (HttpDnsFailure e) {
      throw e.at(service.origin());
    } catch (IOException e) {
      throw ProviderErrors.of(e).at(service.origin());
    }
  }

  private static Found found(Provider provider, String host, Transport.Reply reply)
      throws HttpDnsFailure {
    String body = new String(reply.body(), UTF_8).strip();
    if (reply.status() != 200)
      throw ProviderErrors.of(reply.status(), ProviderJson.errorName(body));
    if (body.isEmpty())
      throw new HttpDnsFailure(HttpDnsCode.EMPTY_RETURN, "the provider's answer is empty");
    if (reply.body().length > Transport.MAX_BODY)
      throw new HttpDnsFailure(
          HttpDnsCode.INVALID_RESPONSE,
          "the provider's answer is longer than " + Transport.MAX_BODY + " bytes");
    Found found = provider.read(host, body);
    if (!found.addresses().isEmpty()) return found;
    throw new HttpDnsFailure(HttpDnsCode.EMPTY_RESULT, "the provider knows no address of " + host);
  }

  /**
   * Forgets every answer, also those on their way: the phone has come back to the foreground, or is
   * on another network.
   */
  public synchronized void forget() {
    kept.clear();
    open.clear();
  }

  /** Ends every question; the look-ups that wait fail. */
  @Override
  public synchronized void close() {
    closed = true;
    running.forEach(Question::cancel);
  }
}
