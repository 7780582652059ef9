package minihost.api;

import java.util.List;

/**
 * The functions of one page of the WeChat manual. An implementation is one file in {@code
 * minihost.wx}, named after its main function.
 */
public interface WxFamily {
  List<WxFunction> functions();
}
