package minihost.component;

import minihost.reason.Code;

/** What is told about a program's components; nothing here stops it. */
public enum ComponentCode implements Code {
  COMPONENT_NOT_FOUND("component is not found"),
  PLUGIN_COMPONENT("components of plugins are not run"),
  TEMPLATE_NOT_FOUND("WXML file is not found"),
  WXS_NOT_FOUND("WXS module is not found"),
  WXS_SYNTAX("WXS does not compile");

  private final String wording;

  ComponentCode(String wording) {
    this.wording = wording;
  }

  @Override
  public String wording() {
    return wording;
  }
}
