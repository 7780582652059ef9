package minihost.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import minihost.app.Navigation;
import minihost.lab.Answer;
import minihost.lab.LabRequest;
import org.junit.jupiter.api.Test;

/**
 * {@code bruintong/wechat-webapp-douban-movie}. The films are made up, since the service that had
 * the program's own is gone.
 */
class DoubanMovieTest {
  private static final String BASE = "/mock/5cd0faf6e1fe52746e062d07/weapp/douban/movie/";

  @Test
  void doubanShowsWhatIsInTheatersAndWhatIsComing() throws Exception {
    try (CorpusProgram movies = new CorpusProgram("wechat-webapp-douban-movie")) {
      movies.set("hosts.www.easy-mock.com=http://127.0.0.1:" + movies.backend.port());
      movies
          .lab
          .on("GET " + BASE + "in_theaters", subjects())
          .on("GET " + BASE + "coming_soon", subjects())
          .on("GET " + BASE + "subject/1", Answer.json("{\"id\":\"1\",\"title\":\"一部电影\"}"));
      movies.launch();

      movies.host().navigate(new Navigation.RedirectTo("/pages/movie/movie"));
      movies.awaitEnds(2).settle();
      assertEquals(
          "[ 3, '即将上映' ]",
          movies.eval("[page.data.inTheaters.movies.length, page.data.comingSoon.categoryTitle]"));
      assertEquals(
          "'id,title,rating,collect_count,images,subtype,directors,casts,year,showRating,showWish'",
          movies.eval("Object.keys(page.data.inTheaters.movies[0]).join()"));
      assertEquals("true", movies.eval("page.data.inTheaters.movies[0].showRating"));

      movies
          .host()
          .navigate(new Navigation.NavigateTo("/pages/movie/movie-detail/movie-detail?id=1"));
      movies.awaitEnds(1).settle();
      assertEquals("'一部电影'", movies.eval("page.data.movie.title"));
      assertSent(movies.takeRequests());
      movies.assertNoErrors();
      survivesTheProgramsOwnMistake(movies);
    }
  }

  private static void assertSent(List<LabRequest> sent) {
    assertEquals(
        List.of(
            "GET " + BASE + "coming_soon",
            "GET " + BASE + "in_theaters",
            "GET " + BASE + "subject/1"),
        CorpusProgram.lines(sent).stream().sorted().toList());
    for (LabRequest request : sent)
      assertEquals(List.of("json"), request.headers("content-type"), request.toString());
  }

  private static void survivesTheProgramsOwnMistake(CorpusProgram movies) throws Exception {
    movies.host().navigate(new Navigation.NavigateTo("/pages/movie/movie-more/movie-more"));
    movies.settle();
    assertEquals(1, movies.errors().size(), () -> movies.errors().toString());
    assertTrue(movies.errors().getFirst().contains("TypeError"), movies.errors().getFirst());
    assertEquals("'pages/movie/movie-more/movie-more'", movies.eval("page.route"));
  }

  private static Answer subjects() {
    return Answer.json(
        """
        {"subjects":[{"id":"1","title":"一"},{"id":"2","title":"二"},{"id":"3","title":"三"}]}
        """);
  }
}
