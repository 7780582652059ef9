package minihost.dns;

import java.io.IOException;

/** The way to a provider, which is this host's own business: no rule of WeChat's judges it. */
public interface Transport {
  /** Prepares a GET; nothing is sent yet. */
  Exchange get(String url);

  /** One question to a provider. */
  interface Exchange {
    /** Waits for the whole answer. Blocks; once only. */
    Reply await() throws IOException;

    /** Makes {@link #await} end with an exception. Any thread, also before it began. */
    void cancel();
  }

  /** What a provider answered; the body is at most {@link #MAX_BODY} bytes and one more. */
  record Reply(int status, byte[] body) {}

  /** Answers are at most 8 KiB by the documents (sheet 7.4); more than this is no answer. */
  int MAX_BODY = 64 * 1024;
}
