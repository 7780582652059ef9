package minihost.wx;

import java.io.IOException;
import minihost.files.FileTrouble;
import minihost.reason.Explained;
import minihost.reason.Origin;
import minihost.reason.Reason;

/** Ends an upload or a download, also from within an exchange. */
final class TransferFailed extends IOException implements Explained {
  private final transient Reason reason;

  TransferFailed(TransferCode code, String detail, String why, String fix) {
    this(new Reason(code, detail, why, fix, Origin.BUILT_IN), null);
  }

  private TransferFailed(Reason reason, Throwable cause) {
    super(reason.why(), cause);
    this.reason = reason;
  }

  /** What becomes of trouble while a file is saved (sheet E19). */
  static TransferFailed saving(FileTrouble trouble) {
    TransferCode code =
        switch (trouble.kind()) {
          case MISSING -> TransferCode.FOLDER_MISSING;
          case FORBIDDEN -> TransferCode.FORBIDDEN;
          case USER_FULL -> TransferCode.USER_FULL;
          case TEMP_FULL -> TransferCode.TEMP_FULL;
          case BROKEN -> TransferCode.SAVE_FAILED;
        };
    return new TransferFailed(trouble.as(code), trouble);
  }

  /** A file to send that is not there (sheet E21). */
  static TransferFailed reading(FileTrouble trouble) {
    return new TransferFailed(trouble.as(TransferCode.FILE_MISSING), trouble);
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
