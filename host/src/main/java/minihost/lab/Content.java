package minihost.lab;

import java.util.List;

/** What an answer's body consists of. */
sealed interface Content {
  int BLOCK = 64 << 10;
  Content NOTHING = new Bytes(new byte[0]);

  /** In bytes; {@link WireBody#UNKNOWN} for one that is streamed. */
  long length();

  WireBody whole(Waits waits);

  /** The first half of it; all of one that is streamed, since its end is what can be missing. */
  WireBody half(Waits waits);

  record Bytes(byte[] bytes) implements Content {
    @Override
    public long length() {
      return bytes.length;
    }

    @Override
    public WireBody whole(Waits waits) {
      return sink -> sink.write(bytes);
    }

    @Override
    public WireBody half(Waits waits) {
      return sink -> sink.write(bytes, 0, bytes.length / 2);
    }
  }

  /** Nothing but zeros, made as they are sent. */
  record Zeros(long length) implements Content {
    @Override
    public WireBody whole(Waits waits) {
      return zeros(length);
    }

    @Override
    public WireBody half(Waits waits) {
      return zeros(length / 2);
    }

    private static WireBody zeros(long count) {
      return sink -> {
        byte[] block = new byte[BLOCK];
        for (long left = count; left > 0; left -= BLOCK)
          sink.write(block, 0, (int) Math.min(left, BLOCK));
      };
    }
  }

  record Pieces(List<Piece> pieces) implements Content {
    @Override
    public long length() {
      return WireBody.UNKNOWN;
    }

    @Override
    public WireBody whole(Waits waits) {
      return sink -> {
        sink.flush(); // the head does not wait for the first piece
        for (Piece piece : pieces) {
          waits.beforeSending(piece);
          sink.write(piece.bytes()).flush();
        }
      };
    }

    @Override
    public WireBody half(Waits waits) {
      return whole(waits);
    }
  }
}
