package minihost.wx;

import java.util.LinkedHashMap;
import java.util.Map;
import minihost.api.WxCall;

/**
 * Tells the task's listeners how far a transfer has come, whenever the percentage is another
 * integer (sheet PRG-1). It never goes back, as a body sent again after a redirect would have it.
 */
final class TransferProgress {
  private static final int WHOLE = 100;

  private final WxCall call;
  private final String doneField;
  private final String totalField;
  private int percent;

  private TransferProgress(WxCall call, String doneField, String totalField) {
    this.call = call;
    this.doneField = doneField;
    this.totalField = totalField;
  }

  static TransferProgress ofUpload(WxCall call) {
    return new TransferProgress(call, "totalBytesSent", "totalBytesExpectedToSend");
  }

  static TransferProgress ofDownload(WxCall call) {
    return new TransferProgress(call, "totalBytesWritten", "totalBytesExpectedToWrite");
  }

  /**
   * @param done bytes so far
   * @param total bytes in all; nothing is told unless it is known and above 0 (sheet PRG-2)
   */
  void at(long done, long total) {
    if (total <= 0) return;
    int now = (int) Math.min(WHOLE, done * WHOLE / total);
    if (now <= percent) return;
    percent = now;
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("progress", now);
    event.put(doneField, done);
    event.put(totalField, total);
    call.emit("progressUpdate", event);
  }
}
