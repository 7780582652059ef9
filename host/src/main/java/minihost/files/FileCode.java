package minihost.files;

import minihost.reason.Code;

/**
 * Why a file operation fails: words and errno as every page of WeChat's FileSystemManager lists
 * them. Those that only a phone can meet are left out.
 */
public enum FileCode implements Code {
  NOT_PERMITTED("operation not permitted %s", 1300001),
  MISSING("no such file or directory %s", 1300002),
  IO_ERROR("Input/output error", 1300005),
  BAD_DESCRIPTOR("bad file descriptor", 1300009),
  READ_ONLY("permission denied %s", 1300013),
  NOT_A_DIRECTORY("not a directory %s", 1300020),
  INVALID_ARGUMENT("Invalid argument", 1300022),
  NAME_TOO_LONG("File name too long", 1300036),
  NOT_EMPTY("directory not empty", 1300066),
  FULL("the maximum size of the file storage limit is exceeded", 1300202),
  BASE64("base64 encode error", 1300203),
  NO_ACCESS("permission denied, cannot access file path %s", 1301000),
  ILLEGAL_ON_DIRECTORY("illegal operation on a directory %s", 1301003),
  EXISTS("file already exists %s", 1301005),
  LENGTH("value of length is out of range", 1301006),
  POSITION("value of position is out of range", 1301009),
  UNZIP_OPEN("unzip open file fail", 1301102),
  UNZIP_ENTRY("unzip entry fail", 1301103),
  UNZIP("unzip fail", 1301104),
  BROTLI("brotli decompress fail", 1301111),
  NO_TEMP_FILE("tempFilePath file not exist", 1301112),
  DESCRIPTOR_PERMISSION("fail permission denied", 1302001),
  TOO_MANY_DESCRIPTORS("excced max concurrent fd limit", 1302002),
  INVALID_FLAG("invalid flag", 1302003);

  private final String wording;
  private final int errno;

  FileCode(String wording, int errno) {
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
