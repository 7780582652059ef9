package minihost.files;

import java.io.IOException;
import minihost.reason.Explained;
import minihost.reason.Origin;
import minihost.reason.Reason;

/** A file operation that ends in its fail callback. */
public final class FileFailure extends IOException implements Explained {
  private final transient Reason reason;

  FileFailure(FileCode code, String name, String why, String fix) {
    super(why);
    reason = new Reason(code, name, why, fix, Origin.BUILT_IN);
  }

  /** A failure of the disk, which no program can mend. */
  public static FileFailure broken(IOException cause) {
    FileFailure failure =
        new FileFailure(
            FileCode.IO_ERROR,
            "",
            "the disk failed: " + cause,
            "make room on the disk that holds the program's data, and let it be written");
    failure.initCause(cause);
    return failure;
  }

  static FileFailure missing(String name) {
    return new FileFailure(
        FileCode.MISSING,
        name,
        "there is nothing named \"" + name + "\"",
        "give a path of the package, below wx.env.USER_DATA_PATH, or a tempFilePath of this run");
  }

  static FileFailure outOfRange(FileCode code, String what, Number value, String range) {
    return new FileFailure(
        code, "", what + " is " + value, "give a whole number of bytes " + range);
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
