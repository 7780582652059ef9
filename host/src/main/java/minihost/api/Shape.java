package minihost.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What JavaScript sees of one function on {@code wx}.
 *
 * @param kind how the function answers
 * @param required parameter name to class tag ({@code String}, {@code Number}…), checked before
 *     anything else (sheet E1); of a function with positional arguments, once its script has named
 *     them
 * @param methods methods of the task it returns, such as {@code abort}
 * @param events events of the task: {@code headersReceived} gives {@code onHeadersReceived} and
 *     {@code offHeadersReceived}
 * @param script a resource beside the family, {@code (host, kit) => kit.script(file, {prepare,
 *     finish})}, that shapes options before Java sees them and results before the program does, or
 *     {@code {name: {prepare, finish}}} for several functions; empty for none
 */
public record Shape(
    String name,
    Kind kind,
    Map<String, String> required,
    List<String> methods,
    List<String> events,
    String script) {

  public enum Kind {
    /**
     * Callbacks, with a task where the shape has methods, or a Promise where none is given (sheet
     * PRM-1).
     */
    ASYNC,
    /** Callbacks only: the few functions that never give a Promise, nor anything else. */
    CALLBACKS,
    /** Returns a task; never a Promise. */
    TASK,
    /** Returns its result, or throws. */
    SYNC,
    /**
     * Like {@link #SYNC}, but begun as a call, which must settle at once ({@link
     * WxCall#succeedNow}): the journal has it. The positional arguments are {@code arguments}.
     */
    IMMEDIATE,
    /**
     * Returns an object with methods and events that lives on: a socket. Its methods are answered
     * at once by Java, as those of {@link WxObject#onMethod}.
     */
    OBJECT,
    /** {@code onX(listener)}; the family's {@code offX} comes with it. */
    EVENT
  }

  public static Shape async(String name) {
    return new Shape(name, Kind.ASYNC, Map.of(), List.of(), List.of(), "");
  }

  /** See {@link Kind#CALLBACKS}. */
  public static Shape callbacks(String name) {
    return new Shape(name, Kind.CALLBACKS, Map.of(), List.of(), List.of(), "");
  }

  public static Shape sync(String name) {
    return new Shape(name, Kind.SYNC, Map.of(), List.of(), List.of(), "");
  }

  /** See {@link Kind#IMMEDIATE}. */
  public static Shape immediate(String name) {
    return new Shape(name, Kind.IMMEDIATE, Map.of(), List.of(), List.of(), "");
  }

  /**
   * @param name without {@code on}, capitalised: {@code AppShow}
   */
  public static Shape event(String name) {
    return new Shape(name, Kind.EVENT, Map.of(), List.of(), List.of(), "");
  }

  public static Shape task(String name, List<String> methods, List<String> events) {
    return new Shape(name, Kind.TASK, Map.of(), methods, events, "");
  }

  /** An upload or download that gives a Promise where it is given no callback. */
  public static Shape transfer(String name) {
    return new Shape(
        name,
        Kind.ASYNC,
        Map.of(),
        List.of("abort"),
        List.of("progressUpdate", "headersReceived"),
        "");
  }

  /** See {@link Kind#OBJECT}. */
  public static Shape object(String name, List<String> methods, List<String> events) {
    return new Shape(name, Kind.OBJECT, Map.of(), methods, events, "");
  }

  /**
   * A method of the one object of a class that a function gives, {@code FileSystemManager} for one:
   * it is not on {@code wx}, and its errMsg names the method alone.
   */
  public static Shape method(String className, Shape shape) {
    return new Shape(
        className + "." + shape.name,
        shape.kind,
        shape.required,
        shape.methods,
        shape.events,
        shape.script);
  }

  /** The name as errMsg has it, of a function by its whole name: of a method, the last word. */
  public static String spoken(String name) {
    return isOfClass(name) ? name.substring(name.indexOf('.') + 1) : name;
  }

  /** Where it is found on {@code wx}, unless it is {@link #isOfClass of a class}. */
  public List<String> members() {
    return kind == Kind.EVENT ? List.of("on" + name, "off" + name) : List.of(name);
  }

  /** The first word of a name with a dot: the class, or the object on {@code wx}. */
  public String owner() {
    return name.substring(0, name.indexOf('.'));
  }

  /** Whether a whole name is that of a method of a class, which is not on {@code wx}. */
  public static boolean isOfClass(String name) {
    return Character.isUpperCase(name.charAt(0)) && name.contains(".");
  }

  /** As wx.js reads it: kind, script, methods, events and required parameters, tabs between. */
  public String line() {
    List<String> parameters = new ArrayList<>();
    required.forEach((parameter, tag) -> parameters.add(parameter + ":" + tag));
    return String.join(
        "\t",
        kind.name(),
        script,
        String.join(",", methods),
        String.join(",", events),
        String.join(",", parameters));
  }

  public Shape requiring(String parameter, String tag) {
    Map<String, String> more = new LinkedHashMap<>(required);
    more.put(parameter, tag);
    return new Shape(name, kind, more, methods, events, script);
  }

  public Shape withScript(String file) {
    return new Shape(name, kind, required, methods, events, file);
  }
}
