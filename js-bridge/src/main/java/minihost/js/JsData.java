package minihost.js;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;

/**
 * Carries plain data across: Map, List, String, Double, Boolean, byte[] and null on the Java side;
 * native objects, arrays, strings, numbers, booleans, ArrayBuffers and undefined/null on the
 * JavaScript side. Functions and symbols do not cross: they arrive as null. JS thread.
 */
final class JsData {
  /** Deeper than any payload of the API; a cycle ends here with an error instead of the stack. */
  private static final int MAX_DEPTH = 64;

  /** More entries of one array than any payload has; a sparse array may claim 2^32. */
  private static final int MAX_LENGTH = 1 << 22;

  private final Value object;
  private final Value array;
  private final Value buffer;
  private final Value parse;

  JsData(Context context) {
    Value made = context.eval(JsEngine.resource(JsData.class, "data.js"));
    object = made.getMember("object");
    array = made.getMember("array");
    buffer = made.getMember("buffer");
    parse = made.getMember("parse");
  }

  /** JSON text that becomes an object by JavaScript's own {@code JSON.parse}. */
  record Json(String text) {}

  Object toJs(Object o) {
    return switch (o) {
      case null -> null;
      case Map<?, ?> map -> {
        Object[] flat = new Object[map.size() * 2];
        int i = 0;
        for (Map.Entry<?, ?> e : map.entrySet()) {
          flat[i++] = String.valueOf(e.getKey());
          flat[i++] = toJs(e.getValue());
        }
        yield object.execute(flat);
      }
      case List<?> list -> array.execute(list.stream().map(this::toJs).toArray());
      case byte[] bytes -> buffer.execute(ByteBuffer.wrap(bytes));
      case Json json -> parse.execute(json.text);
      case Long number -> number.doubleValue();
      case Integer number -> number;
      case Number number -> number.doubleValue();
      case Boolean bool -> bool;
      case String text -> text;
      case Value made -> made;
      default -> throw new IllegalArgumentException("not plain data: " + o.getClass().getName());
    };
  }

  static Object toJava(Value v) {
    return toJava(v, 0);
  }

  private static Object toJava(Value v, int depth) {
    if (depth > MAX_DEPTH)
      throw new JsException("data nested deeper than " + MAX_DEPTH + " levels, or circular");
    if (v.isNull() || v.canExecute()) return null;
    if (v.isString()) return v.asString();
    if (v.isBoolean()) return v.asBoolean();
    if (v.isNumber()) return v.fitsInDouble() ? (Object) v.asDouble() : v.toString();
    if (v.hasBufferElements()) {
      byte[] bytes = new byte[Math.toIntExact(v.getBufferSize())];
      v.readBuffer(0, bytes, 0, bytes.length);
      return bytes;
    }
    if (v.hasArrayElements()) {
      if (v.getArraySize() > MAX_LENGTH)
        throw new JsException("an array of more than " + MAX_LENGTH + " entries");
      int size = (int) v.getArraySize();
      List<Object> list = new ArrayList<>(size);
      for (int i = 0; i < size; i++) list.add(toJava(v.getArrayElement(i), depth + 1));
      return list;
    }
    if (!v.hasMembers()) return null;
    Map<String, Object> map = new LinkedHashMap<>();
    for (String key : v.getMemberKeys()) map.put(key, toJava(v.getMember(key), depth + 1));
    return map;
  }
}
