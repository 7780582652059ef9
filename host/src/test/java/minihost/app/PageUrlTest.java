package minihost.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageUrlTest {
  @ParameterizedTest
  @CsvSource({
    "/pages/a/a,              pages/index/index, pages/a/a",
    "../detail/detail,        pages/index/index, pages/detail/detail",
    "./x,                     pages/index/index, pages/index/x",
    "x,                       pages/index/index, pages/index/x",
    "pages/a/a,               pages/index/index, pages/index/pages/a/a",
    "pages/a/a,               '',                pages/a/a",
    "../../../../pages/a/a,   pages/index/index, pages/a/a",
    "/pages//a/./a,           pages/index/index, pages/a/a",
  })
  void aUrlIsRelativeToThePageThatNavigates(String url, String from, String route) {
    assertEquals(route, PageUrl.of(url, from).route());
  }

  @ParameterizedTest
  @CsvSource({
    "/a,                 {}",
    "/a?,                {}",
    "/a?id=1&name=x,     '{id=1, name=x}'",
    "/a?name=%E4%B8%AD,  {name=%E4%B8%AD}",
    "/a?t=a+b,           {t=a+b}",
    "/a?code=3==x,       {code=3}",
    "/a?e=,              {e=}",
    "/a?e,               {e=undefined}",
    "/a?&&x=1&,          {x=1}",
    "/a?u=http://b?c=1,  {u=http://b}",
    "/a?x=1&x=2,         {x=2}",
  })
  void theQueryIsReadAsPhonesReadIt(String url, String query) {
    assertEquals(query, PageUrl.of(url, "").query().toString());
  }

  @ParameterizedTest
  @CsvSource({"pages/a/a", "/pages/a/a"})
  void anEntryTakesItsPathWithOrWithoutASlashAndAKeyAloneIsEmpty(String path) {
    Launch launch = Launch.of(path, "e&x=1", Launch.MAIN_ENTRY);
    assertEquals("pages/a/a {e=, x=1}", launch.path() + " " + launch.query());
  }
}
