package minihost.app;

import minihost.reason.Code;

/** What is told about a program's shape; nothing here stops it. */
public enum AppCode implements Code {
  APP_FILE_MISSING("app.js is missing"),
  PAGE_FILE_MISSING("page file is missing"),
  PAGE_NOT_REGISTERED("page is not registered"),
  ENTRY_PAGE_NOT_FOUND("entry page is not found"),
  APP_REGISTERED_TWICE("App() was called before");

  private final String wording;

  AppCode(String wording) {
    this.wording = wording;
  }

  @Override
  public String wording() {
    return wording;
  }
}
