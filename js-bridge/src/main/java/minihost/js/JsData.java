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

  JsData(Context context) {
    Value made = context.eval(JsEngine.resource(JsData.class, "data.js"));
    object = made.getMember("object");
    array = made.getMember("array");
    buffer = made.getMember("buffer");
  }

  // No pattern switch: making its first one costs a start some 20 ms.
  Object toJs(Object o) {
    if (o == null || o instanceof String || o instanceof Boolean || o instanceof Integer) return o;
    if (o instanceof Number number) return number.doubleValue();
    if (o instanceof Map<?, ?> map) return object.execute(flat(map));
    if (o instanceof List<?> list) return array.execute(all(list));
    if (o instanceof byte[] bytes) return buffer.execute(ByteBuffer.wrap(bytes));
    if (o instanceof Value made) return made;
    throw new IllegalArgumentException("not plain data: " + o.getClass().getName());
  }

  private Object[] all(List<?> list) {
    Object[] all = new Object[list.size()];
    for (int i = 0; i < all.length; i++) all[i] = toJs(list.get(i));
    return all;
  }

  private Object[] flat(Map<?, ?> map) {
    Object[] flat = new Object[map.size() * 2];
    int i = 0;
    for (Map.Entry<?, ?> e : map.entrySet()) {
      flat[i++] = String.valueOf(e.getKey());
      flat[i++] = toJs(e.getValue());
    }
    return flat;
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
