package minihost.net;

import java.io.IOException;
import java.io.InputStream;
import minihost.config.Setting;
import minihost.reason.Code;
import minihost.reason.Reason;

/**
 * How large a body may be, by default one that is held in memory ({@code limits.maxBodyBytes}):
 * what a program sends as data, and what an answer is once decoded, however small it was on the
 * wire.
 */
public final class BodyLimit {
  private final Setting<Integer> max;
  private final Code code;
  private final String detail;
  private final String fix;

  /** The limit of everything that is held in memory. */
  public BodyLimit(Setting<Integer> max) {
    this(
        max,
        HttpCode.BODY_TOO_LARGE,
        "",
        "use wx.downloadFile or wx.uploadFile, or raise limits.maxBodyBytes in minihost.json");
  }

  /**
   * A limit of another kind.
   *
   * @param code how a call fails that goes beyond it
   * @param detail what fills its wording
   */
  public BodyLimit(Setting<Integer> max, Code code, String detail, String fix) {
    this.max = max;
    this.code = code;
    this.detail = detail;
    this.fix = fix;
  }

  /**
   * @param bytes a body's size, as far as it is known
   * @throws IOException if it is too large: errno 602300, or the code given
   */
  public void check(long bytes) throws IOException {
    if (bytes <= max.value()) return;
    throw new HttpRefused(
        new Reason(
            code,
            detail,
            "a body of " + bytes + " bytes or more, and at most " + max.value() + " are held",
            fix,
            max.origin()));
  }

  /** The whole of a body; as soon as it is too large, nothing more is read. */
  public byte[] read(HttpHead head, InputStream body) throws IOException {
    check(head.contentLength());
    boolean known = head.contentLength() != HttpHead.UNKNOWN;
    if (known) return body.readNBytes((int) head.contentLength());
    byte[] read = body.readNBytes(max.value() + 1);
    check(read.length);
    return read;
  }
}
