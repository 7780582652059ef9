package minihost.api;

import java.util.List;
import java.util.Map;

/**
 * The functions of one page of the WeChat manual. An implementation is one file in {@code
 * minihost.wx}, named after its main function.
 */
public interface WxFamily {
  List<WxFunction> functions();

  /** Whether its answers are made up: here is neither phone nor user nor screen. */
  default boolean madeUp() {
    return false;
  }

  /** What is on {@code wx} and no function, by name, as plain data. */
  default Map<String, Object> constants() {
    return Map.of();
  }

  /** Global names beside {@code wx} that programs read, by name, as plain data. */
  default Map<String, Object> globals() {
    return Map.of();
  }
}
