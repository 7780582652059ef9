package minihost.wx;

import java.util.List;
import java.util.Map;
import minihost.api.Args;
import minihost.api.Ordered;
import minihost.api.Shape;
import minihost.api.WxFailure;
import minihost.api.WxFamily;
import minihost.api.WxFunction;

/**
 * {@code wx.setStorage} and its relatives, with their {@code Sync} forms (sheet 8.3). Storage lives
 * in memory and begins empty with every run: it does not persist yet.
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
        async(plain("clearStorage"), args -> clear()),
        sync(plain("clearStorageSync"), args -> clear()),
        async(plain("getStorageInfo"), args -> info()),
        sync(plain("getStorageInfoSync"), args -> info()));
  }

  private interface Work {
    Map<String, Object> of(Args args) throws WxFailure;
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

  private Map<String, Object> set(Args args) throws WxFailure {
    storage.put(
        args.string("key"), args.string("type"), args.string("text"), args.flag("encrypt", false));
    return Map.of();
  }

  private Map<String, Object> get(Args args) throws WxFailure {
    Map<String, Object> found = getOrNull(args);
    if (found != null) return found;
    throw new WxFailure(
        StorageCode.DATA_NOT_FOUND, "", "nothing is kept under \"" + args.string("key") + "\"", "");
  }

  private Map<String, Object> getOrNull(Args args) {
    return storage
        .get(args.string("key"))
        .map(entry -> Map.<String, Object>of("type", entry.type(), "text", entry.text()))
        .orElse(null);
  }

  private Map<String, Object> remove(Args args) {
    storage.remove(args.string("key"));
    return Map.of();
  }

  private Map<String, Object> clear() {
    storage.clear();
    return Map.of();
  }

  private Map<String, Object> info() {
    return Ordered.of(
        "keys", storage.keys(), "currentSize", storage.currentSize(), "limitSize", LIMIT_KB);
  }
}
