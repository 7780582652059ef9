package minihost.app;

/** A move between pages, as one of WeChat's five functions asks for it. */
public sealed interface Navigation {
  /** The function's name. */
  String api();

  /** Where to, as the program wrote it; empty for {@code navigateBack}. */
  String url();

  /**
   * @param channel the pair of event channels made for this call, or {@link #NO_CHANNEL}
   */
  record NavigateTo(String url, int channel) implements Navigation {
    public NavigateTo(String url) {
      this(url, NO_CHANNEL);
    }

    @Override
    public String api() {
      return "navigateTo";
    }
  }

  record RedirectTo(String url) implements Navigation {
    @Override
    public String api() {
      return "redirectTo";
    }
  }

  /** The url's query is dropped: tab pages take none. */
  record SwitchTab(String url) implements Navigation {
    @Override
    public String api() {
      return "switchTab";
    }
  }

  record ReLaunch(String url) implements Navigation {
    @Override
    public String api() {
      return "reLaunch";
    }
  }

  /**
   * @param delta pages to leave; more than there are leads to the first
   */
  record NavigateBack(int delta) implements Navigation {
    @Override
    public String api() {
      return "navigateBack";
    }

    @Override
    public String url() {
      return "";
    }
  }

  int NO_CHANNEL = 0;
}
