package minihost.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import minihost.reason.Origin;
import minihost.reason.Reason;
import mockwebserver3.MockResponse;

/** Answers from routes: the run's own overlay first, then the mini program's routes file. */
final class RouteResponder implements Responder {
  private final Routes overlay;
  private final Routes file;
  private final CompletableFuture<Void> closing;
  private final Consumer<LabEvent> listener;

  /**
   * @param closing done when the lab closes; nothing waits any longer then
   */
  RouteResponder(
      Routes overlay, Routes file, CompletableFuture<Void> closing, Consumer<LabEvent> listener) {
    this.overlay = overlay;
    this.file = file;
    this.closing = closing;
    this.listener = listener;
  }

  @Override
  public MockResponse respond(LabRequest request, LabSocket socket) throws InterruptedException {
    Answer answer = answer(request);
    Wire wire = new Wire(request, socket);
    if (!waited(answer)) return wire.gone();
    listener.accept(new LabEvent.Served(request, answer.outcome()));
    if (answer.fault().isEmpty()) return wire.whole(answer);
    switch (answer.fault().get()) {
      case TRUNCATE -> {
        return wire.truncated(answer);
      }
      case BAD_CHUNK -> {
        return wire.badChunk(answer);
      }
      case STALL -> closing.join();
      case RESET -> socket.reset();
      case MALFORMED -> socket.garble();
      case EMPTY -> {} // gone without a byte
    }
    return wire.gone();
  }

  private Answer answer(LabRequest request) {
    Optional<Routes.Match> match = overlay.find(request).or(() -> file.find(request));
    if (match.isEmpty()) return unknown(request);
    LabRequest matched = match.get().request();
    try {
      return match.get().handler().answer(matched);
    } catch (Exception e) {
      Reason reason = reason(matched, e);
      if (!closing.isDone()) listener.accept(new LabEvent.Failed(matched, reason));
      return Answer.text(reason.why()).status(500);
    }
  }

  private static Reason reason(LabRequest request, Exception e) {
    String text = e.getMessage() == null ? e.toString() : e.getMessage();
    String why = request.method() + " " + request.url() + ": " + text;
    return new Reason(LabCode.LAB_ROUTE_FAILED, why, "", Origin.BUILT_IN);
  }

  private Answer unknown(LabRequest request) {
    List<String> known = new ArrayList<>(overlay.patterns());
    known.addAll(file.patterns());
    String error = "no route for " + request.method() + " " + request.path();
    return Answer.json(ErrorJson.of(error, known.stream().sorted().distinct().toList()))
        .status(404);
  }

  /** False if the lab closed meanwhile. */
  private boolean waited(Answer answer) throws InterruptedException {
    CompletableFuture.anyOf(answer.gate().handle((done, failed) -> null), closing).join();
    try {
      if (!answer.delay().isZero()) closing.get(answer.delay().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException delayOver) {
      return true;
    } catch (ExecutionException impossible) {
      throw new AssertionError(impossible);
    }
    return !closing.isDone();
  }
}
