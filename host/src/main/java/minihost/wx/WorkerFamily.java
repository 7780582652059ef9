package minihost.wx;

import java.util.List;
import minihost.api.Shape;
import minihost.api.WxFamily;
import minihost.api.WxFunction;

/** {@code wx.createWorker} and its Worker; whoever runs threads makes them. */
public final class WorkerFamily implements WxFamily {
  public static final String CREATE = "createWorker";
  public static final String MESSAGE = "message";
  public static final String ERROR = "error";
  public static final String PROCESS_KILLED = "processKilled";

  private final WxFunction.Make maker;

  public WorkerFamily(WxFunction.Make maker) {
    this.maker = maker;
  }

  @Override
  public List<WxFunction> functions() {
    Shape shape =
        Shape.object(
                CREATE,
                List.of("postMessage", "terminate"),
                List.of(MESSAGE, ERROR, PROCESS_KILLED))
            .withScript("worker.js");
    return List.of(WxFunction.making(shape, maker));
  }
}
