package minihost.wx;

import minihost.reason.Code;
import minihost.reason.Platform;

/** What can be wrong with an upload or a download that is not the network's or a rule's doing. */
enum TransferCode implements Code {
  /** E2c. */
  URL_EMPTY("url is null or nil", 600005),
  /** E2b. */
  PROTOCOL("%s protocol must be http or https", 600005),
  /** E21. */
  FILE_PATH_EMPTY("filePath is null", 600005),
  /** UP-2: an empty name fails, and the sheet knows no text. */
  NAME_EMPTY("name is null", 600005),
  /** A line end in a part's name would let it write headers of the part; no text of WeChat's. */
  INVALID_NAME("invalid name \"%s\"", 600005),
  /** E21. */
  FILE_MISSING("fail:file doesn't exist", 600005),
  /** E18. */
  TOO_LARGE("exceed max file size", 603301) {
    @Override
    public String wording(Platform platform) {
      return platform == Platform.ANDROID ? "fail:exceed max file size" : wording();
    }
  },
  /** E19. */
  FOLDER_MISSING("fail no such file or directory \"%s\"", 603300),
  /**
   * E19; the errno is the one whose words on the PublicErrno page say this. *Uncertain*: seen
   * without a number.
   */
  FORBIDDEN("fail permission denied, open \"%s\"", 603303),
  /** E19. */
  SAVE_FAILED("download fail save file fail", 603300),
  /** E19. */
  TEMP_FULL("temp file size exceed limit", 603300),
  /** The file system's own errno (sheet 3.1); its words are those of that family. *Uncertain*. */
  USER_FULL("fail the maximum size of the file storage limit is exceeded", 1300202);

  private final String wording;
  private final int errno;

  TransferCode(String wording, int errno) {
    this.wording = wording;
    this.errno = errno;
  }

  @Override
  public String wording() {
    return wording;
  }

  @Override
  public int errno() {
    return errno;
  }
}
