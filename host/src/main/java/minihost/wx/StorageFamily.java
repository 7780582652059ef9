package minihost.wx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import minihost.api.Args;
import minihost.api.Ordered;
import minihost.api.Shape;
import minihost.api.WxFailure;
import minihost.api.WxFamily;
import minihost.api.WxFunction;

/**
 * {@code wx.setStorage} and its relatives, with their {@code Sync} forms (sheet 8.3). It lasts as
 * long as the program's data.
 */
public final class StorageFamily implements WxFamily {
  private static final int LIMIT_KB = Storage.TOTAL_LIMIT / 1024;

  private final Storage storage;

  /**
   * @param storage what the phone has kept for the program
   */
  public StorageFamily(Storage storage) {
    this.storage = storage;
  }

  @Override
  public List<WxFunction> functions() {
    return List.of(
        async(keyed("setStorage"), this::set),
        sync(keyed("setStorageSync"), this::set),
        async(keyed("getStorage"), this::get),
        sync(keyed("getStorageSync"), this::getOrNull),
        async(keyed("removeStorage"), this::remove),
        sync(keyed("removeStorageSync"), this::remove),
        async(plain("batchSetStorage").requiring("kvList", "Array"), this::setAll),
        sync(plain("batchSetStorageSync").requiring("kvList", "Array"), this::setAll),
        async(plain("batchGetStorage").requiring("keyList", "Array"), this::getAll),
        sync(plain("batchGetStorageSync").requiring("keyList", "Array"), this::getAll),
        async(plain("clearStorage"), args -> clear()),
        sync(plain("clearStorageSync"), args -> clear()),
        async(plain("getStorageInfo"), args -> info()),
        sync(plain("getStorageInfoSync"), args -> info()));
  }

  private interface Work {
    Map<String, Object> of(Args args) throws WxFailure, IOException;
  }

  private static Shape keyed(String name) {
    return plain(name).requiring("key", "String");
  }

  private static Shape plain(String name) {
    Shape shape = name.endsWith("Sync") ? Shape.sync(name) : Shape.async(name);
    return shape.withScript("storage.js");
  }

  private static WxFunction async(Shape shape, Work work) {
    return WxFunction.of(shape, (args, call) -> call.succeed(work.of(args)));
  }

  private static WxFunction sync(Shape shape, Work work) {
    return new WxFunction(shape, (args, call) -> {}, work::of);
  }

  private Map<String, Object> set(Args args) throws WxFailure, IOException {
    storage.put(
        args.string("key"), args.string("type"), args.string("text"), args.flag("encrypt", false));
    return Map.of();
  }

  private Map<String, Object> get(Args args) throws WxFailure, IOException {
    Map<String, Object> found = getOrNull(args);
    if (found != null) return found;
    throw new WxFailure(
        StorageCode.DATA_NOT_FOUND, "", "nothing is kept under \"" + args.string("key") + "\"", "");
  }

  private Map<String, Object> getOrNull(Args args) throws IOException {
    return storage
        .get(args.string("key"))
        .map(entry -> Map.<String, Object>of("type", entry.kind(), "text", entry.text()))
        .orElse(null);
  }

  private Map<String, Object> setAll(Args args) throws WxFailure, IOException {
    for (Object each : args.list("kvList")) {
      Map<?, ?> kept = (Map<?, ?>) each;
      storage.put(
          (String) kept.get("key"), (String) kept.get("type"), (String) kept.get("text"), false);
    }
    return Map.of();
  }

  /** Null for what is not there. */
  private Map<String, Object> getAll(Args args) throws IOException {
    List<Object> found = new ArrayList<>();
    for (Object key : args.list("keyList")) found.add(getOrNull(new Args(Map.of("key", key))));
    return Map.of("found", found);
  }

  private Map<String, Object> remove(Args args) throws IOException {
    storage.remove(args.string("key"));
    return Map.of();
  }

  private Map<String, Object> clear() throws IOException {
    storage.clear();
    return Map.of();
  }

  private Map<String, Object> info() throws IOException {
    return Ordered.of(
        "keys", storage.keys(), "currentSize", storage.currentSize(), "limitSize", LIMIT_KB);
  }
}
