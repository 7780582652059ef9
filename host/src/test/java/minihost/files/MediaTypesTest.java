package minihost.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypesTest {
  @ParameterizedTest // UP-3
  @CsvSource({
    "a.png, image/png",
    "A.B.JPEG, image/jpeg",
    "song.mp3, audio/mpeg",
    "tmp_12.xml, application/xml",
    "png, application/octet-stream",
    "a., application/octet-stream",
    "a.zzz, application/octet-stream",
    "a.txt/b, application/octet-stream"
  })
  void aNameEndsInItsType(String name, String type) {
    assertEquals(type, MediaTypes.ofFile(name));
  }

  @ParameterizedTest // DL-5
  @CsvSource({
    "image/png, png",
    "'IMAGE/JPEG; charset=x', jpg",
    "text/plain;charset=utf-8, txt",
    "application/json, json",
    "image/jpg, jpg",
    "application/octet-stream, ''",
    "x/y, ''",
    "'', ''"
  })
  void aTypeHasItsUsualEnding(String type, String extension) {
    assertEquals(extension, MediaTypes.extension(type).orElse(""));
  }
}
