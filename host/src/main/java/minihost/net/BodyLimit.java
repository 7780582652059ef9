package minihost.net;

import java.io.IOException;
import java.io.InputStream;
import minihost.config.Setting;
import minihost.reason.Reason;

/**
 * How large a body may be that is held in memory ({@code limits.maxBodyBytes}): what a program
 * sends as data, and what an answer is once decoded, however small it was on the wire.
 */
public final class BodyLimit {
  private final Setting<Integer> max;

  public BodyLimit(Setting<Integer> max) {
    this.max = max;
  }

  /**
   * @param bytes a body's size, as far as it is known
   * @throws IOException errno 602300 if it is too large
   */
  public void check(long bytes) throws IOException {
    if (bytes <= max.value()) return;
    throw new HttpRefused(
        new Reason(
            HttpCode.BODY_TOO_LARGE,
            "a body of " + bytes + " bytes or more, and at most " + max.value() + " are held",
            "use wx.downloadFile or wx.uploadFile, or raise limits.maxBodyBytes in minihost.json",
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
