package minihost.files;

import java.io.IOException;
import minihost.reason.Code;
import minihost.reason.Origin;
import minihost.reason.Reason;

/**
 * What the sandbox would not or could not do; each API has words and an errno of its own for it.
 */
public final class FileTrouble extends IOException {
  public enum Kind {
    /** Neither this file nor, when writing, its folder. */
    MISSING,
    /** Not a place for this program to write. */
    FORBIDDEN,
    /** The user folder would grow beyond its limit. */
    USER_FULL,
    /** The temporary files would grow beyond their limit. */
    TEMP_FULL,
    /** The disk failed. */
    BROKEN
  }

  private final Kind kind;
  private final String name;
  private final String fix;

  FileTrouble(Kind kind, String name, String why, String fix) {
    super(why);
    this.kind = kind;
    this.name = name;
    this.fix = fix;
  }

  /** A failure of the disk, which no program can mend. */
  static FileTrouble broken(String name, IOException cause) {
    FileTrouble trouble =
        new FileTrouble(
            Kind.BROKEN,
            name,
            "cannot write \"" + name + "\": " + cause,
            "make room on the disk that holds temporary files, or set java.io.tmpdir to another");
    trouble.initCause(cause);
    return trouble;
  }

  public Kind kind() {
    return kind;
  }

  /** The reason with an API's own code for it, whose detail is the name the program gave. */
  public Reason as(Code code) {
    return new Reason(code, name, getMessage(), fix, Origin.BUILT_IN);
  }
}
