package minihost.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One function on {@code wx}: what JavaScript sees of it, and what begins when it is called. */
public record WxFunction(Shape shape, Start start, Answer answer, Make make) {
  /** Begins an asynchronous call, on the JS thread, and returns at once. */
  @FunctionalInterface
  public interface Start {
    /**
     * @throws Exception fails the call; one that is {@link minihost.reason.Explained} says how
     */
    void begin(Args args, WxCall call) throws Exception;
  }

  /** Answers a synchronous call with plain data, on the JS thread. */
  @FunctionalInterface
  public interface Answer {
    Object of(Args args) throws Exception;
  }

  /** Brings an object to life, on the JS thread. */
  @FunctionalInterface
  public interface Make {
    /**
     * @throws Exception the function throws, and there is no object; one that is {@link
     *     minihost.reason.Explained} says how
     */
    void begin(Args args, WxObject made) throws Exception;
  }

  public WxFunction(Shape shape, Start start, Answer answer) {
    this(shape, start, answer, (args, made) -> {});
  }

  public static WxFunction of(Shape shape, Start start) {
    return new WxFunction(shape, start, args -> Map.of());
  }

  /** A function of {@link Shape.Kind#OBJECT}. */
  public static WxFunction making(Shape shape, Make make) {
    return new WxFunction(shape, (args, call) -> {}, args -> Map.of(), make);
  }

  public static WxFunction sync(String name, Answer answer) {
    return new WxFunction(Shape.sync(name), (args, call) -> {}, answer);
  }

  /** A synchronous function whose script does it all: Java has no answer of its own. */
  public static WxFunction inScript(Shape shape) {
    return new WxFunction(shape, (args, call) -> {}, args -> Map.of());
  }

  /** Several of them, whose script is in one file. */
  public static List<WxFunction> inScript(String file, Stream<String> names) {
    return names.map(name -> inScript(Shape.sync(name).withScript(file))).toList();
  }

  /** An event of the whole program; whoever raises it does so by {@code name}. */
  public static WxFunction event(String name) {
    return of(Shape.event(name), (args, call) -> {});
  }
}
