package minihost.net;

import minihost.reason.Code;

/** How a WebSocket's handshake can fail when the wire does not (sockets sheet 1.4, 1.9). */
enum HandshakeCode implements Code {
  /** The server answered something else than 101; WeChat's text is not known. */
  UNEXPECTED_STATUS("Invalid status code received: %s"),
  /** The server compresses though it was not asked to; WeChat's text is not known. */
  UNASKED_EXTENSION("Invalid extension received: %s");

  private final String wording;

  HandshakeCode(String wording) {
    this.wording = wording;
  }

  @Override
  public String wording() {
    return wording;
  }
}
