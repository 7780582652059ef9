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

  /** Marks a failure whose object carries no {@code errno} key at all, such as an abort. */
  int NO_ERRNO = -1;
}
