package minihost.policy;

/** A question put to the policy: one record per thing a program can want to reach. */
public sealed interface Ask {
  /** The function that asks, without {@code wx.}: {@code request}. */
  String api();

  /** What is wanted, as the program wrote it. */
  String url();

  /**
   * An HTTP exchange of {@code wx.request}.
   *
   * @param hop 0 for the URL the program gave, n for the n-th redirect
   */
  record Request(String url, int hop) implements Ask {
    @Override
    public String api() {
      return "request";
    }
  }
}
