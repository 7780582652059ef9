package minihost.wx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import minihost.api.Args;
import minihost.api.Shape;
import minihost.api.WxCall;
import minihost.api.WxFamily;
import minihost.api.WxFunction;
import minihost.files.FileFailure;
import minihost.files.FileSandbox;

/**
 * {@code wx.getFileSystemManager} and the methods of its FileSystemManager, each with callbacks
 * (and no Promise, as the typings have it) and most with a {@code Sync} form that throws. Those
 * with callbacks work on a thread of their own, one after the other in the order of the calls. Also
 * {@code wx.saveFile} and its like, which documents of today leave out and programs call.
 */
public final class FileSystemFamily implements WxFamily {
  static final String CLASS = "FileSystemManager";
  static final String SCRIPT = "file-system.js";

  private final FileSandbox files;
  private CompletableFuture<Void> last = CompletableFuture.completedFuture(null); // JS thread

  public FileSystemFamily(FileSandbox files) {
    this.files = files;
  }

  @Override
  public List<WxFunction> functions() {
    List<WxFunction> functions = new ArrayList<>();
    Shape manager = Shape.sync("getFileSystemManager").withScript(SCRIPT);
    functions.add(WxFunction.inScript(manager));
    FileOperations operations = new FileOperations(files);
    for (FileOperation operation : operations.all()) {
      functions.add(asynchronous(operation));
      if (operation.hasSync()) functions.add(synchronous(operation));
      if (FileOperations.OF_WX_TOO.contains(operation.name())) functions.add(ofWx(operation));
    }
    functions.add(ofWx(operations.savedInfo()));
    return functions;
  }

  private WxFunction ofWx(FileOperation operation) {
    return later(operation, required(operation, Shape.async(operation.name())));
  }

  private WxFunction asynchronous(FileOperation operation) {
    return later(operation, shape(operation, Shape.callbacks(operation.name())));
  }

  private WxFunction later(FileOperation operation, Shape shape) {
    return WxFunction.of(shape, (args, call) -> inTurn(call, () -> work(operation, args)));
  }

  private WxFunction synchronous(FileOperation operation) {
    Shape shape = shape(operation, Shape.sync(operation.name() + "Sync"));
    return new WxFunction(shape, (args, call) -> {}, args -> work(operation, args));
  }

  private static Shape shape(FileOperation operation, Shape plain) {
    return Shape.method(CLASS, required(operation, plain.withScript(SCRIPT)));
  }

  private static Shape required(FileOperation operation, Shape plain) {
    Shape shape = plain;
    for (Map.Entry<String, String> parameter : operation.required().entrySet())
      shape = shape.requiring(parameter.getKey(), parameter.getValue());
    return shape;
  }

  private Map<String, Object> work(FileOperation operation, Args args) throws IOException {
    try {
      synchronized (files) {
        return operation.work().of(args);
      }
    } catch (FileFailure e) {
      throw e;
    } catch (IOException e) {
      throw FileFailure.broken(e);
    }
  }

  private interface Step {
    Map<String, Object> run() throws IOException;
  }

  private void inTurn(WxCall call, Step step) {
    CompletableFuture<Void> before = last;
    CompletableFuture<Void> done = new CompletableFuture<>();
    last = done;
    call.blocking(
        () -> {
          before.join();
          Map<String, Object> found = Map.of();
          try {
            found = step.run();
            call.succeed(found); // before the next may begin, so that it cannot be told first
          } catch (IOException e) {
            call.fail(e);
          } finally {
            done.complete(null);
          }
          return found;
        });
  }
}
