package minihost.lab;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * What the lab does with a request: a response, when to send it, and how to spoil it. Immutable;
 * every method returns a changed copy.
 */
public final class Answer {
  static final String JSON = "application/json; charset=utf-8";
  static final String TEXT = "text/plain; charset=utf-8";
  static final String BYTES = "application/octet-stream";

  /** No limit on how fast the body is sent. */
  static final int FULL_SPEED = 0;

  private final int status;
  private final List<LabHeader> headers;
  private final Content content;
  private final Optional<Fault> fault;
  private final Pace pace;
  private final Optional<SocketScript> script;

  /** When and how fast: see {@link #delay}, {@link #after}, {@link #slow}. */
  private record Pace(Duration delay, CompletableFuture<?> gate, int bytesPerSecond) {
    static final Pace AT_ONCE =
        new Pace(Duration.ZERO, CompletableFuture.completedFuture(null), FULL_SPEED);
  }

  private Answer(
      int status,
      List<LabHeader> headers,
      Content content,
      Optional<Fault> fault,
      Pace pace,
      Optional<SocketScript> script) {
    this.status = status;
    this.headers = List.copyOf(headers);
    this.content = content;
    this.fault = fault;
    this.pace = pace;
    this.script = script;
  }

  /** An answer without a body. */
  public static Answer of(int status) {
    return new Answer(
            200, List.of(), Content.NOTHING, Optional.empty(), Pace.AT_ONCE, Optional.empty())
        .status(status);
  }

  /** 200 with this JSON text, which is sent as it is. */
  public static Answer json(String text) {
    return of(200).body(JSON, text.getBytes(StandardCharsets.UTF_8));
  }

  public static Answer text(String text) {
    return of(200).body(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  public static Answer bytes(byte[] bytes) {
    return of(200).body(BYTES, bytes.clone());
  }

  /**
   * So many bytes, all zero, made as they are sent.
   *
   * @throws IllegalArgumentException if {@code length} is negative
   */
  public static Answer zeros(long length) {
    if (length < 0) throw new IllegalArgumentException("size " + length + " is negative");
    return of(200).content(BYTES, new Content.Zeros(length));
  }

  /** Sends the body piece by piece: in chunks over HTTP/1.1, as DATA frames over HTTP/2. */
  public static Answer chunks(Piece... pieces) {
    return of(200).content(TEXT, new Content.Pieces(List.of(pieces)));
  }

  /** Sends texts piece by piece, as UTF-8, without a pause. */
  public static Answer chunks(String... texts) {
    return chunks(Stream.of(texts).map(Piece::of).toArray(Piece[]::new));
  }

  /** 302 to this location, which is sent as it is. */
  public static Answer redirect(String location) {
    return of(302).header("location", location);
  }

  /**
   * Takes a WebSocket handshake, also after a {@link #delay} and with further headers such as
   * {@code sec-websocket-protocol}; any other request gets 426.
   */
  public static Answer webSocket(SocketScript script) {
    return of(200).webSocketBy(script);
  }

  /** A failure on the wire; those that spoil a body spoil that of a short JSON text. */
  public static Answer fault(Fault fault) {
    return json("{\"spoiled\": true}").with(fault);
  }

  /**
   * Changes the status, 200 to 599.
   *
   * @throws IllegalArgumentException for any other number
   */
  public Answer status(int code) {
    if (code < 200 || code > 599)
      throw new IllegalArgumentException("status " + code + " is not one of 200 to 599");
    return new Answer(code, headers, content, fault, pace, script);
  }

  /** Sets a header, replacing those of that name. */
  public Answer header(String name, String value) {
    Stream<LabHeader> others = headers.stream().filter(h -> !h.name().equalsIgnoreCase(name));
    return new Answer(status, others.toList(), content, fault, pace, script).addHeader(name, value);
  }

  /**
   * Adds a header line beside those of that name, as {@code set-cookie} needs it.
   *
   * @throws IllegalArgumentException if it would break out of its line
   */
  public Answer addHeader(String name, String value) {
    if (name.isEmpty() || (name + value).chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0))
      throw new IllegalArgumentException("header \"" + name + "\" is empty or holds a line break");
    List<LabHeader> all = new ArrayList<>(headers);
    all.add(new LabHeader(name, value));
    return new Answer(status, all, content, fault, pace, script);
  }

  /** Waits this long before the head is sent or the fault happens. */
  public Answer delay(Duration delay) {
    return new Answer(
        status, headers, content, fault, new Pace(delay, pace.gate, pace.bytesPerSecond), script);
  }

  /** Waits until this is done before the head is sent or the fault happens. */
  public Answer after(CompletableFuture<?> gate) {
    return new Answer(
        status, headers, content, fault, new Pace(pace.delay, gate, pace.bytesPerSecond), script);
  }

  /** Sends the body at this rate. */
  public Answer slow(int bytesPerSecond) {
    if (bytesPerSecond < 1)
      throw new IllegalArgumentException("bytesPerSecond " + bytesPerSecond + " is not positive");
    return new Answer(
        status, headers, content, fault, new Pace(pace.delay, pace.gate, bytesPerSecond), script);
  }

  /** Spoils this answer. */
  public Answer with(Fault spoiler) {
    return new Answer(status, headers, content, Optional.of(spoiler), pace, script);
  }

  /** Sets the body, and its type unless a header already says one. */
  Answer body(String contentType, byte[] bytes) {
    return content(contentType, new Content.Bytes(bytes));
  }

  /** As {@link #body}. */
  Answer content(String contentType, Content filling) {
    Answer filled = new Answer(status, headers, filling, fault, pace, script);
    boolean typed = headers.stream().anyMatch(h -> h.name().equalsIgnoreCase("content-type"));
    return typed ? filled : filled.addHeader("content-type", contentType);
  }

  Answer webSocketBy(SocketScript followed) {
    return new Answer(status, headers, content, fault, pace, Optional.of(followed));
  }

  Optional<SocketScript> script() {
    return script;
  }

  int status() {
    return status;
  }

  List<LabHeader> headers() {
    return headers;
  }

  Content content() {
    return content;
  }

  Optional<Fault> fault() {
    return fault;
  }

  Duration delay() {
    return pace.delay;
  }

  CompletableFuture<?> gate() {
    return pace.gate;
  }

  int bytesPerSecond() {
    return pace.bytesPerSecond;
  }

  /** The status code, or the word of the fault. */
  String outcome() {
    return fault
        .map(Fault::word)
        .orElseGet(() -> script.isPresent() ? "101" : String.valueOf(status));
  }
}
