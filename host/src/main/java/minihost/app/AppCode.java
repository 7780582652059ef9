package minihost.app;

import minihost.reason.Code;

/** What is told about a program's shape; nothing here stops it. */
public enum AppCode implements Code {
  APP_FILE_MISSING("app.js is missing"),
  PAGE_FILE_MISSING("page file is missing"),
  PAGE_NOT_REGISTERED("page is not registered"),
  ENTRY_PAGE_NOT_FOUND("entry page is not found"),
  APP_REGISTERED_TWICE("App() was called before"),
  GAME_FILE_MISSING("game.js is missing"),
  PLUGIN_ABSENT("plugin is not here"),
  /** Something of {@code wx} that WeChat has and this host has not. */
  MEMBER_ABSENT("is not provided"),
  /** The detail is the name; the words are this host's. */
  SUBPACKAGE_NOT_LOADED("subpackage %s is not loaded");

  private final String wording;

  AppCode(String wording) {
    this.wording = wording;
  }

  @Override
  public String wording() {
    return wording;
  }
}
