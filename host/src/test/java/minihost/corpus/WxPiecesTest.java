package minihost.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import minihost.lab.Answer;
import minihost.lab.Piece;
import org.junit.jupiter.api.Test;

/**
 * {@code wyyxdgm/wx-pieces}, its program {@code sse}. The folder's own server pauses 2 s between
 * messages; here each is sent once the program has had the one before.
 */
class WxPiecesTest {
  private static final String MESSAGE = "data: {\"tts\":\"hello\"}\n\n";

  @Test
  void eachMessageOfTheStreamIsAChunk() throws Exception {
    List<String> messages = new ArrayList<>(Collections.nCopies(6, MESSAGE));
    messages.add("[DONE]\n\n");
    List<CompletableFuture<Void>> gates = new ArrayList<>();
    try (CorpusProgram sse = new CorpusProgram("wx-pieces/src/sse")) {
      sse.set("hosts.47.123.4.238:3001=127.0.0.1:" + sse.backend.port());
      Piece[] pieces =
          messages.stream()
              .map(
                  message -> {
                    gates.add(new CompletableFuture<>());
                    return Piece.of(message).after(gates.getLast());
                  })
              .toArray(Piece[]::new);
      sse.lab.on("GET /stream", Answer.chunks(pieces).header("content-type", "text/event-stream"));
      sse.launch();
      sse.eval(CHUNKS_ARE_ARRAY_BUFFERS);
      sse.host().callPage("tap", List.of()).get();
      for (int i = 0; i < gates.size(); i++) {
        int had = i + 1;
        gates.get(i).complete(null);
        sse.await("message " + had, () -> messages(sse).size() == had);
      }
      sse.awaitEnds(1).settle();

      assertEquals(messages, messages(sse));
      assertEquals(6, sse.log().stream().filter("obj { tts: 'hello' }"::equals).count());
      assertEquals(1, sse.log().stream().filter("done"::equals).count());
      assertEquals(1, sse.log().stream().filter(line -> line.startsWith("success")).count());
      assertEquals("[ true ]", sse.eval("[...new Set(kinds)]"));
      assertEquals(List.of("GET /stream"), CorpusProgram.lines(sse.takeRequests()));
      sse.assertNoErrors();
    }
  }

  /** Sees the chunks of whatever the program asks for, before it does. */
  private static final String CHUNKS_ARE_ARRAY_BUFFERS =
      """
      globalThis.kinds = [];
      const { request } = wx;
      wx.request = options => {
        const task = request(options);
        task.onChunkReceived(({ data }) => kinds.push(data instanceof ArrayBuffer));
        return task;
      };
      0
      """;

  private static List<String> messages(CorpusProgram sse) {
    return sse.log().stream()
        .filter(line -> line.startsWith("message "))
        .map(line -> line.substring("message ".length()))
        .toList();
  }
}
