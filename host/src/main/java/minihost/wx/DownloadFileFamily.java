package minihost.wx;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import minihost.api.Args;
import minihost.api.Ordered;
import minihost.api.Shape;
import minihost.api.WxCall;
import minihost.api.WxFamily;
import minihost.api.WxFunction;
import minihost.config.Settings;
import minihost.files.FileSandbox;
import minihost.files.FileTrouble;
import minihost.files.Incoming;
import minihost.files.MediaTypes;
import minihost.net.HttpBody;
import minihost.net.HttpHead;
import minihost.net.HttpReply;
import minihost.net.HttpRequest;
import minihost.net.Receiver;
import minihost.policy.Ask;
import minihost.policy.Gate;
import minihost.reason.Platform;

/** {@code wx.downloadFile} and its DownloadTask (sheet 2.2, 2.3). */
public final class DownloadFileFamily implements WxFamily {
  /** Bytes (sheet DL-4). */
  static final long MAX_SIZE = 200L << 20;

  private static final int BUFFER = 64 << 10;

  /** The ending of a URL's last path segment. */
  private static final Pattern ENDING =
      Pattern.compile("[^?#]*/[^?#/]*\\.([A-Za-z0-9]+)(?:[?#].*)?");

  private final HttpCalls calls;
  private final FileSandbox files;
  private final Platform platform;

  public DownloadFileFamily(HttpCalls calls, FileSandbox files, Settings settings) {
    this.calls = calls;
    this.files = files;
    platform = settings.platform().value();
  }

  @Override
  public List<WxFunction> functions() {
    Shape shape =
        Shape.task("downloadFile", List.of("abort"), List.of("progressUpdate", "headersReceived"))
            .requiring("url", "String")
            .withScript("download-file.js");
    return List.of(WxFunction.of(shape, this::begin));
  }

  private void begin(Args args, WxCall call) throws Gate.Refused {
    Ask.Http ask = new Ask.Http(Ask.Http.Kind.DOWNLOAD_FILE, args.string("url"));
    calls.begin(args, call, ask, exchange -> send(args, call, ask, exchange));
  }

  private void send(Args args, WxCall call, Ask.Http ask, HttpCalls.Exchange exchange)
      throws IOException {
    TransferUrl.check(ask);
    Optional<String> filePath = args.optionalString("filePath");
    if (filePath.isPresent()) checkPlace(filePath.get());
    HttpRequest.Options options =
        new HttpRequest.Options(true, args.flag("enableHttp2", false), false);
    exchange.send(
        new HttpRequest("GET", HttpArgs.headers(args), HttpBody.NONE, options),
        new ToFile(exchange, call, ask.url(), filePath),
        reply -> result(reply, filePath.isPresent(), call, exchange));
  }

  private void checkPlace(String filePath) throws TransferFailed {
    try {
      files.requirePlace(filePath);
    } catch (FileTrouble e) {
      throw TransferFailed.saving(e);
    }
  }

  /**
   * @param name the file as the program knows it
   */
  private record Saved(String name, long size) {}

  private final class ToFile implements Receiver<Saved> {
    private final HttpCalls.Exchange exchange;
    private final TransferProgress progress;
    private final String url;
    private final Optional<String> filePath;

    private ToFile(
        HttpCalls.Exchange exchange, WxCall call, String url, Optional<String> filePath) {
      this.exchange = exchange;
      this.url = url;
      this.filePath = filePath;
      progress = TransferProgress.ofDownload(call);
    }

    @Override
    public void head(HttpHead head) throws IOException {
      exchange.received(head);
      requireFits(head.contentLength());
    }

    @Override
    public Saved body(HttpHead head, InputStream body) throws IOException {
      byte[] buffer = new byte[BUFFER];
      try (Incoming file = files.receive(filePath)) {
        for (int n; (n = body.read(buffer)) >= 0; ) {
          requireFits(file.size() + n);
          file.write(buffer, 0, n);
          progress.at(file.size(), head.contentLength());
        }
        return new Saved(file.keep(extension(head.contentType(), url)), file.size());
      } catch (FileTrouble e) {
        throw TransferFailed.saving(e);
      }
    }
  }

  private static void requireFits(long size) throws TransferFailed {
    if (size <= MAX_SIZE) return;
    throw new TransferFailed(
        TransferCode.TOO_LARGE,
        "",
        "the file has " + size + " bytes or more, and at most " + MAX_SIZE + " are taken",
        "serve smaller files, or parts of them (Range)");
  }

  /** DL-5: of the media type, or where that says nothing, of the URL. */
  private static String extension(String contentType, String url) {
    return MediaTypes.extension(contentType)
        .orElseGet(
            () -> {
              Matcher ending = ENDING.matcher(url);
              return ending.matches() ? ending.group(1) : "";
            });
  }

  /** Exactly one of the two paths (sheet DL-2); two fields more on Android. */
  private Map<String, Object> result(
      HttpReply<Saved> reply, boolean chosen, WxCall call, HttpCalls.Exchange exchange) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put(chosen ? "filePath" : "tempFilePath", reply.body().name);
    result.put("statusCode", reply.head().status());
    if (platform == Platform.ANDROID) {
      result.put("header", reply.head().headers());
      result.put("dataLength", reply.body().size);
    }
    exchange.addProfile(result, reply.profile(), false);
    call.log(
        "headers", Ordered.of("statusCode", reply.head().status(), "bytes", reply.body().size));
    return result;
  }
}
