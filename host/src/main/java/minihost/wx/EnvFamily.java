package minihost.wx;

import java.util.List;
import java.util.Map;
import minihost.api.WxFamily;
import minihost.api.WxFunction;
import minihost.files.FileSandbox;

/** {@code wx.env}: where the program's own files are (sheet 8.3). */
public final class EnvFamily implements WxFamily {
  private final String userDataPath;

  public EnvFamily(FileSandbox files) {
    userDataPath = files.userDataPath();
  }

  @Override
  public List<WxFunction> functions() {
    return List.of();
  }

  @Override
  public Map<String, Object> constants() {
    return Map.of("env", Map.of("USER_DATA_PATH", userDataPath));
  }
}
