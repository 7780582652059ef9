package minihost.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import minihost.reason.Origin;
import minihost.reason.Reason;
import mockwebserver3.MockResponse;

/** Answers from routes: the run's own overlay first, then the mini program's routes file. */
final class RouteResponder implements Responder {
  private final Routes overlay;
  private final Routes file;
  private final CompletableFuture<Void> closing;
  private final Waits waits;
  private final Consumer<LabEvent> listener;

  /**
   * @param closing done when the lab closes; nothing waits any longer then
   */
  RouteResponder(
      Routes overlay, Routes file, CompletableFuture<Void> closing, Consumer<LabEvent> listener) {
    this.overlay = overlay;
    this.file = file;
    this.closing = closing;
    waits = new Waits(closing);
    this.listener = listener;
  }

  @Override
  public MockResponse respond(LabRequest request, LabSocket socket) throws InterruptedException {
    Answer answer = answer(request);
    if (answer.script().isPresent() && !request.isHandshake())
      answer = Answer.of(426).header("upgrade", "websocket");
    Wire wire = new Wire(request, socket, waits);
    if (!waits.over(answer.gate(), answer.delay())) return wire.gone();
    listener.accept(new LabEvent.Served(request, answer.outcome()));
    if (answer.fault().isEmpty())
      return answer.script().isPresent() ? wire.upgraded(answer) : wire.whole(answer);
    switch (answer.fault().get()) {
      case TRUNCATE -> {
        return wire.truncated(answer);
      }
      case BAD_CHUNK -> {
        return wire.badChunk(answer);
      }
      case RESET_BODY -> {
        return wire.resetWithin(answer);
      }
      case ENDLESS -> {
        return wire.endless(answer, Bomb.endless());
      }
      case GZIP_BOMB -> {
        return wire.endless(answer.header("content-encoding", "gzip"), Bomb.gzip());
      }
      case STALL -> closing.join();
      case HEADER_BOMB -> socket.headersWithoutEnd();
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
}
