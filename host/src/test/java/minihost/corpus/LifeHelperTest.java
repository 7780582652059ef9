package minihost.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import minihost.lab.Answer;
import minihost.lab.LabRequest;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * {@code inlym/life-helper-miniprogram}, in TypeScript, after {@code npm install axios@0.21.4
 * crypto-js dayjs weui-miniprogram}, not built. Two of its packages are gone from the registry and
 * stood in for in {@code node_modules}: {@code life-helper-miniprogram-secret} exports {@code
 * secret}, whose {@code development.signature} and {@code production.signature} are a {@code key}
 * and the {@code secret} below; {@code miniprogram-logger-plus} exports a class {@code Logger} with
 * {@code debug} and {@code info}, which write to the console.
 */
class LifeHelperTest {
  private static final String SECRET = "abcdefghijklmnopqrstuvwxyz012345";
  private static final String TOKEN =
      "{\"token\":\"tk\",\"headerName\":\"x-lifehelper-token\",\"expireTime\":\"2099-01-01"
          + " 00:00:00\"}";
  private static final String DAYS =
      """
      {"list":[{"id":1,"name":"a","date":"2024-02-16","days":-3},
               {"id":2,"name":"b","date":"2024-03-01","days":11}]}
      """;

  @Test
  void itLogsInSignsWhatItSendsAndShowsDays() throws Exception {
    try (CorpusProgram life = new CorpusProgram("life-helper-miniprogram")) {
      Assumptions.assumeTrue(
          life.has("node_modules/life-helper-miniprogram-secret"),
          "life-helper is not run: its packages are not installed, see " + getClass());
      life.set("hosts.api.lifehelper.com.cn=http://127.0.0.1:" + life.backend.port());
      life.lab.on("POST /login/wechat", Answer.json(TOKEN)).on("GET /greatdays", Answer.json(DAYS));
      life.at("pages/great-day/list/list", "").launch().awaitEnds(2).settle();

      assertEquals(
          "[ 2, 3, '2024年2月16日' ]",
          life.eval(
              "[page.data.list.length, page.data.list[0].daysAbs,"
                  + " page.data.list[0].formattedDate]"));
      List<LabRequest> sent = life.takeRequests();
      assertEquals(List.of("POST /login/wechat", "GET /greatdays"), CorpusProgram.lines(sent));
      LabRequest login = sent.getFirst();
      assertTrue(login.text().matches("\\{\"code\":\"[^\"]+\",\"appId\":\"\\w+\"}"), login.text());
      assertEquals(md5(login.body()), login.header("content-md5").orElseThrow());
      assertEquals(List.of("tk"), sent.getLast().headers("x-lifehelper-token"));
      for (LabRequest request : sent)
        assertEquals(signature(request), request.header("x-ca-signature").orElseThrow());
      life.assertNoErrors();
    }
  }

  /** What Aliyun's API gateway computes of the request as it arrived. */
  private static String signature(LabRequest request) throws GeneralSecurityException {
    String fixed =
        Stream.of("accept", "content-md5", "content-type", "date")
            .map(name -> request.header(name).orElse("") + "\n")
            .collect(Collectors.joining());
    String signed =
        Stream.of(request.header("x-ca-signature-headers").orElseThrow().split(","))
            .map(name -> name + ":" + request.header(name).orElse("") + "\n")
            .collect(Collectors.joining());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
    String text = request.method() + "\n" + fixed + signed + request.url();
    return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
  }

  private static String md5(byte[] body) throws GeneralSecurityException {
    return Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(body));
  }
}
