package minihost.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sockets sheet 7.4: Tencent's text answers. */
class TencentAnswerTest {
  private static String read(String body) throws HttpDnsFailure {
    Found found = TencentAnswer.of("cloud.Tencent-cloud.com", body.replace("\\n", "\n"));
    return found.addresses().stream()
            .map(InetAddress::getHostAddress)
            .collect(Collectors.joining(" "))
        + " "
        + found.ttl();
  }

  @ParameterizedTest // S-row 22
  @CsvSource(
      delimiter = '>',
      value = {
        "2.3.3.4;2.3.3.5;2.3.3.6                                     > 2.3.3.4 2.3.3.5 2.3.3.6 0",
        "2.3.3.4;2.3.3.5,120                                         > 2.3.3.4 2.3.3.5 120",
        "2.3.3.4;2.3.3.5,120|1.2.3.4                                 > 2.3.3.4 2.3.3.5 120",
        "2.3.3.4,120-2402:4e00::1,60                                 > 2.3.3.4"
            + " 2402:4e00:0:0:0:0:0:1 60",
        "2.3.3.4,120-0                                               > 2.3.3.4 120",
        "0-2402:4e00::1,60                                           > 2402:4e00:0:0:0:0:0:1 60",
        "cloud.tencent-cloud.com.:2.3.3.4;2.3.3.5,120                > 2.3.3.4 2.3.3.5 120",
        "cloud.tencent-cloud.com.:2.3.3.4,120-2402:4e00::1,90        > 2.3.3.4"
            + " 2402:4e00:0:0:0:0:0:1 90",
        "a-b.com.:9.9.9.9,1\\ncloud.tencent-cloud.com.:2.3.3.4,5|8.8.8.8 > 2.3.3.4 5",
        "a-b.com.:9.9.9.9,1\\ncloud.tencent-cloud.com.:0|8.8.8.8     > _ 0",
        "a-b.com.:9.9.9.9,1                                          > _ 0",
        "cloud.tencent-cloud.com.:0                                  > _ 0",
        "cloud.tencent-cloud.com|1.2.3.4                             > _ 0",
        "0                                                           > _ 0",
        "0-0                                                         > _ 0",
      })
  void addressesAndTheShorterTimeToLive(String body, String expected) throws HttpDnsFailure {
    assertEquals(expected.replace("_", ""), read(body));
  }

  @ParameterizedTest // S-row 22
  @ValueSource(
      strings = {
        "<html>",
        "2.3.3",
        "2.3.3.400,5",
        "2.3.3.4,soon",
        "2.3.3.4;www.example.com,5",
        "0x7f.0.0.1,5",
        "127.1,5",
        "2402:::1,5",
        "fe80::1%eth0,5"
      })
  void anythingElseIsInvalid(String body) {
    HttpDnsFailure failure = assertThrows(HttpDnsFailure.class, () -> read(body));
    assertEquals(HttpDnsCode.INVALID_RESPONSE, failure.reason().code());
  }
}
