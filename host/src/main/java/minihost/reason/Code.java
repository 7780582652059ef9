package minihost.reason;

/**
 * A named cause. Each room that can refuse or fail has one enum of these; the wording lives there
 * and nowhere else.
 */
public interface Code {
  String name();

  /**
   * What follows {@code <api>:fail } in an errMsg; {@code %s}, if present, takes the reason's
   * detail.
   */
  String wording();

  /** The wording on one platform; {@link #wording} unless that platform is known to differ. */
  default String wording(Platform platform) {
    return wording();
  }

  /** The wording on one platform for one function of {@code wx}, where that differs. */
  default String wording(String api, Platform platform) {
    return wording(platform);
  }

  /** WeChat's errno ({@code PublicErrno}), or {@link #NO_ERRNO} where WeChat gives none. */
  default int errno() {
    return NO_ERRNO;
  }

  /**
   * WeChat's number for the failure of a cloud call, which has one besides or instead of an errno;
   * {@link #ONLY_TEXT} where there is none.
   */
  default int errCode() {
    return ONLY_TEXT;
  }

  /** The errCode of a cloud call whose failure has no number of its own (sheet 8.2). */
  int ONLY_TEXT = -1;

  /** Marks a failure whose object carries no {@code errno} key at all, such as an abort. */
  int NO_ERRNO = -1;
}
