package minihost.component;

import minihost.reason.Code;

/** What is told about a program's components; nothing here stops it. */
public enum ComponentCode implements Code {
  COMPONENT_NOT_FOUND("component is not found"),
  PLUGIN_COMPONENT("components of plugins are not run"),
  TEMPLATE_NOT_FOUND("WXML file is not found"),
  WXS_NOT_FOUND("WXS module is not found"),
  WXS_SYNTAX("WXS does not compile");

  /** What whoever misses a component should do: {@code useExtendedLib} is WeChat's own doing. */
  public static String howToGet(String path) {
    return path.startsWith("weui-miniprogram/")
        ? "run npm install weui-miniprogram in the project: what useExtendedLib names, WeChat"
            + " brings and minihost does not"
        : "correct the path, or install and build the npm package";
  }

  private final String wording;

  ComponentCode(String wording) {
    this.wording = wording;
  }

  @Override
  public String wording() {
    return wording;
  }
}
