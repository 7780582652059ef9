package minihost.wx;

import minihost.reason.Code;

/** How a cloud call fails by itself (sheet 8.1, 8.2). */
enum CloudCode implements Code {
  NOT_INITIALISED(
      """
      Cloud API isn't enabled, please call wx.cloud.init first
      云能力尚未启用，请先调用 wx.cloud.init\
      """,
      ONLY_TEXT),
  NO_ENV("envId must be provided", ONLY_TEXT),
  PARAMETER_TYPE("-401003 parameter type error. %s", -401003),
  INVALID_METHOD("102005 invalid http method. %s", 102005),
  TIMEOUT("102002 request timeout. %s", 102002),
  REQUEST_TOO_LARGE("-606001 request too large. %s", -606001),
  RESPONSE_TOO_LARGE("-606002 response too large. %s", -606002);

  private final String wording;
  private final int errCode;

  CloudCode(String wording, int errCode) {
    this.wording = wording;
    this.errCode = errCode;
  }

  @Override
  public String wording() {
    return wording;
  }

  @Override
  public int errCode() {
    return errCode;
  }

  /** What the gateway answers instead of the container (sheet CLD-3). */
  record OfGateway(String number) implements Code {
    @Override
    public String name() {
      return "CLOUD_SYSTEM_ERROR";
    }

    @Override
    public String wording() {
      return "system error. code: " + number;
    }

    @Override
    public int errCode() {
      return number.matches("-?\\d{1,9}") ? Integer.parseInt(number) : ONLY_TEXT;
    }
  }
}
