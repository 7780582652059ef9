package minihost.wx;

import minihost.reason.Code;

/** Why storage refuses; WeChat's clients word the two limits in several ways. */
enum StorageCode implements Code {
  /** Sheet 8.3. */
  DATA_NOT_FOUND("data not found"),
  /** The Android client's text. */
  ENTRY_TOO_LARGE("entry size limit reached"),
  /** The text that mini-program authors quote; no document has it. */
  STORAGE_FULL("exceed storage max size 10Mb");

  private final String wording;

  StorageCode(String wording) {
    this.wording = wording;
  }

  @Override
  public String wording() {
    return wording;
  }
}
