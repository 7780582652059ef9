package minihost.wx;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import minihost.api.Args;
import minihost.api.CallCode;
import minihost.api.Ordered;
import minihost.api.Shape;
import minihost.api.WxCall;
import minihost.api.WxFailure;
import minihost.api.WxFamily;
import minihost.api.WxFunction;
import minihost.files.FileSandbox;

/**
 * {@code wx.preDownloadSubpackage}: the only package that a program may fetch ahead is that of its
 * workers, and here it is on the disk already.
 */
final class PreDownloadFamily implements WxFamily {
  private static final String TYPE = "packageType";

  private final String workers;
  private final FileSandbox files;

  /**
   * @param workers the folder that app.json names; empty for none
   */
  PreDownloadFamily(String workers, FileSandbox files) {
    this.workers = workers;
    this.files = files;
  }

  @Override
  public List<WxFunction> functions() {
    Shape shape = Shape.task("preDownloadSubpackage", List.of(), List.of("progressUpdate"));
    return List.of(WxFunction.of(shape.requiring(TYPE, "String"), this::load));
  }

  private void load(Args args, WxCall call) throws WxFailure, IOException {
    String type = args.string(TYPE);
    if (!type.equals("workers") || workers.isEmpty())
      throw new WxFailure(
          CallCode.PARAMETER_ERROR,
          "parameter." + TYPE + " \"" + type + "\" is no package to be fetched;",
          workers.isEmpty() ? "app.json names no workers" : TYPE + " is \"" + type + "\"",
          "write \"workers\", and name the folder as workers in app.json");
    long bytes = files.packagedBytes(workers);
    call.emit(
        "progressUpdate",
        Ordered.of(
            "progress", 100, "totalBytesWritten", bytes, "totalBytesExpectedToWrite", bytes));
    call.succeed(Map.of());
  }
}
