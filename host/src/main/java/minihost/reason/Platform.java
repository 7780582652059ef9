package minihost.reason;

/** Whose wording is used where platforms differ (sheet 0.2). */
public enum Platform {
  DEFAULT,
  ANDROID,
  IOS,
  DEVTOOLS
}
