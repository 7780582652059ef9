package minihost.wx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import minihost.api.Args;
import minihost.api.Shape;
import minihost.api.WxCall;
import minihost.api.WxFamily;
import minihost.api.WxFunction;
import minihost.config.Settings;
import minihost.files.FileSandbox;
import minihost.files.FileTrouble;
import minihost.files.MediaTypes;
import minihost.net.BodyLimit;
import minihost.net.HttpReply;
import minihost.net.HttpRequest;
import minihost.net.MultipartBody;
import minihost.net.TextDecoding;
import minihost.policy.Ask;
import minihost.policy.Gate;

/** {@code wx.uploadFile} and its UploadTask (sheet 2.1, 2.3). */
public final class UploadFileFamily implements WxFamily {
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private final HttpCalls calls;
  private final FileSandbox files;
  private final Supplier<Settings> settings;

  public UploadFileFamily(HttpCalls calls, FileSandbox files, Supplier<Settings> settings) {
    this.calls = calls;
    this.files = files;
    this.settings = settings;
  }

  @Override
  public List<WxFunction> functions() {
    Shape shape =
        Shape.task("uploadFile", List.of("abort"), List.of("progressUpdate", "headersReceived"))
            .requiring("url", "String")
            .requiring("filePath", "String")
            .requiring("name", "String")
            .withScript("upload-file.js");
    return List.of(WxFunction.of(shape, this::begin));
  }

  private void begin(Args args, WxCall call) throws Gate.Refused {
    Ask.Http ask = new Ask.Http(Ask.Http.Kind.UPLOAD_FILE, args.string("url"));
    calls.begin(args, call, ask, exchange -> send(args, call, ask, exchange));
  }

  private void send(Args args, WxCall call, Ask.Http ask, HttpCalls.Exchange exchange)
      throws IOException {
    BodyLimit limit = new BodyLimit(settings.get().limits().maxBodyBytes());
    HttpArgs.checkLeftOut(args, limit);
    TransferUrl.check(ask);
    TransferProgress progress = TransferProgress.ofUpload(call);
    MultipartBody[] body = {null};
    body[0] =
        new MultipartBody(fields(args), file(args), sent -> progress.at(sent, body[0].length()));
    HttpRequest.Options options =
        new HttpRequest.Options(true, args.flag("enableHttp2", false), false);
    exchange.send(
        new HttpRequest("POST", headers(args, body[0].contentType()), body[0], options),
        new WholeAnswer(exchange, limit),
        reply -> exchange.result(reply, text(reply), false));
  }

  /** Text always, with its mark of byte order if it has one (sheet UP-5, RES-3). */
  private static String text(HttpReply<byte[]> reply) {
    return TextDecoding.decodeWithBom(reply.body(), reply.head().contentType());
  }

  private static List<Map.Entry<String, String>> fields(Args args) throws TransferFailed {
    List<Map.Entry<String, String>> fields = HttpArgs.pairs(args, "formData");
    for (Map.Entry<String, String> field : fields) checkName(field.getKey());
    return fields;
  }

  private MultipartBody.FilePart file(Args args) throws IOException {
    String filePath = args.string("filePath");
    String name = args.string("name");
    if (filePath.isEmpty())
      throw new TransferFailed(
          TransferCode.FILE_PATH_EMPTY, "", "filePath is empty", "give the path of a file");
    if (name.isEmpty())
      throw new TransferFailed(
          TransferCode.NAME_EMPTY, "", "name is empty", "give the file's key in the form");
    checkName(name);
    try {
      Path path = files.find(filePath);
      String fileName = filePath.substring(filePath.lastIndexOf('/') + 1);
      return new MultipartBody.FilePart(
          name, fileName, MediaTypes.ofFile(fileName), path, Files.size(path));
    } catch (FileTrouble e) {
      throw TransferFailed.reading(e);
    }
  }

  /** Nothing is escaped (sheet UP-3), so what could end a line is refused. */
  private static void checkName(String name) throws TransferFailed {
    if (!CONTROL.matcher(name).find()) return;
    String shown = CONTROL.matcher(name).replaceAll("?");
    throw new TransferFailed(
        TransferCode.INVALID_NAME,
        shown,
        "\"" + shown + "\" has a line end or control character and is to be a name in the form",
        "take it out, or encode the name");
  }

  /** Ours takes the place of the program's Content-Type, in any casing (sheet UP-3). */
  private static List<Map.Entry<String, String>> headers(Args args, String contentType) {
    List<Map.Entry<String, String>> headers = new ArrayList<>(HttpArgs.headers(args));
    headers.removeIf(header -> header.getKey().equalsIgnoreCase("Content-Type"));
    headers.add(Map.entry("Content-Type", contentType));
    return headers;
  }
}
