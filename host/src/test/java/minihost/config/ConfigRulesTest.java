package minihost.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import minihost.reason.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of the configuration, broken once: code, place, offending value and fix. */
class ConfigRulesTest {
  @TempDir Path folder;

  /**
   * @param where file and line, or the layer
   * @param said what the cause must quote
   * @param fix what the fix must say
   */
  record Row(
      ConfigCode code, UnaryOperator<ProgramFolder> spoil, String where, String said, String fix) {
    @Override
    public String toString() {
      return code + " " + said;
    }
  }

  static Stream<Row> problems() {
    return Stream.of(files(), app(), project(), domains(), sections(), httpDns(), cloud(), layers())
        .flatMap(s -> s);
  }

  private static Stream<Row> files() {
    return Stream.of(
        new Row(
            ConfigCode.NO_APP_JSON,
            p -> p.without("app.json"),
            "app.json",
            "there is no app.json in /",
            "create one"),
        new Row(
            ConfigCode.NO_APP_JSON,
            p -> p.without("app.json").file("src/app.json", "{}"),
            "app.json",
            "there is no app.json",
            "\"miniprogramRoot\": \"src/\""),
        new Row(
            ConfigCode.UNREADABLE,
            p -> p.file("minihost.json/x", ""),
            "minihost.json",
            "it is not a file",
            "readable"),
        new Row(
            ConfigCode.NOT_UTF8,
            p -> p.file("app.json", new byte[] {'{', (byte) 0xC3, '}'}),
            "app.json",
            "not UTF-8",
            "save the file as UTF-8"),
        new Row(ConfigCode.EMPTY_FILE, p -> p.app(" \n"), "app.json:1", "app.json", "{}"),
        new Row(
            ConfigCode.BROKEN_JSON,
            p -> p.app("{\n \"pages\": [\"a\" \"b\"] }"),
            "app.json:2",
            "column 16: Unexpected character ('\"'): was expecting comma",
            "correct the text"),
        new Row(
            ConfigCode.BROKEN_JSON,
            p -> p.app("{\n \"pages\": [\n"),
            "app.json:3",
            "ends inside the Array that begins at line 2",
            "correct the text"),
        new Row(
            ConfigCode.BROKEN_JSON,
            p -> p.minihost("{}\n]"),
            "minihost.json:2",
            "column 1",
            "correct the text"),
        new Row(
            ConfigCode.DUPLICATE_KEY,
            p -> p.minihost("{ \"limits\": {\n\"request\": 1,\n\"request\": 2 } }"),
            "minihost.json:3",
            "limits.request is written twice (first in line 2)",
            "keep one"),
        wrongType("app.json", "[]", "app.json:1", "app.json must be an object, but is an array"));
  }

  private static Row wrongType(String file, String json, String where, String said) {
    return new Row(ConfigCode.WRONG_TYPE, p -> p.file(file, json), where, said, "write ");
  }

  private static Row app(ConfigCode code, String json, String where, String said, String fix) {
    return new Row(code, p -> p.app(json), where, said, fix);
  }

  private static final String PAGES = "{\"pages\":[\"pages/index/index\"],\n";

  private static Stream<Row> app() {
    return Stream.of(
        app(ConfigCode.NO_PAGES, "{}", "app.json:1", "missing", "pages/index/index"),
        app(ConfigCode.NO_PAGES, "{\n\"pages\": []}", "app.json:2", "empty", "pages/index/index"),
        app(ConfigCode.BAD_ROUTE, "{\"pages\":[\"a\",\n\"\"]}", "app.json:2", "pages[1]", "index"),
        app(ConfigCode.BAD_ROUTE, "{\"pages\":[\"a\\\\b\"]}", "app.json:1", "a\\b", "index"),
        app(
            ConfigCode.ROUTE_OUTSIDE,
            "{\"pages\":[\n\"a\",\n\"a/../../x\"]}",
            "app.json:3",
            "pages[1] is \"a/../../x\"",
            "below the folder of app.json"),
        app(
            ConfigCode.ROUTE_OUTSIDE,
            PAGES + "\"subPackages\":[{\"root\":\"p\",\n\"pages\":[\"../../x\"]}]}",
            "app.json:3",
            "subPackages[0].pages[0] is \"../../x\"",
            "below"),
        app(
            ConfigCode.MISSING_KEY,
            PAGES + "\"subpackages\":[\n{\"root\":\"p\"}]}",
            "app.json:3",
            "subpackages[0].pages is missing",
            "add it"),
        app(
            ConfigCode.UNLISTED_PAGE,
            PAGES + "\"entryPagePath\":\"pages/index/indx\"}",
            "app.json:2",
            "entryPagePath is \"pages/index/indx\"",
            "did you mean \"pages/index/index\"?"),
        app(
            ConfigCode.UNLISTED_PAGE,
            PAGES
                + "\"tabBar\":{\"list\":[{\"pagePath\":\"pages/index/index\"},\n"
                + "{\"pagePath\":\"/other\"}]}}",
            "app.json:3",
            "tabBar.list[1].pagePath is \"/other\"",
            "add \"other\" to pages"),
        app(
            ConfigCode.MISSING_KEY,
            PAGES + "\"tabBar\":{\"list\":[{}]}}",
            "app.json:2",
            "tabBar.list[0].pagePath",
            "\"pagePath\": \"pages/index/index\""),
        timeout("-1", ConfigCode.OUT_OF_RANGE),
        timeout("0", ConfigCode.OUT_OF_RANGE),
        timeout("0.5", ConfigCode.OUT_OF_RANGE),
        timeout("\"10s\"", ConfigCode.WRONG_TYPE),
        timeout("null", ConfigCode.WRONG_TYPE),
        wrongType("app.json", "{\"pages\": \n\"a\"}", "app.json:2", "pages must be an array"),
        wrongType("app.json", "{\"pages\":[\"a\",\n1]}", "app.json:2", "pages[1] must be a string"),
        wrongType("app.json", PAGES + "\"debug\":\"yes\"}", "app.json:2", "debug must be true or"),
        wrongType("app.json", PAGES + "\"tabBar\":[]}", "app.json:2", "tabBar must be an object"),
        wrongType("app.json", PAGES + "\"tabBar\":{\"list\":[1]}}", "app.json:2", "tabBar.list[0]"),
        wrongType("app.json", PAGES + "\"subpackages\":{}}", "app.json:2", "subpackages must be"),
        wrongType("app.json", PAGES + "\"subpackages\":[1]}", "app.json:2", "subpackages[0] must"),
        wrongType("app.json", PAGES + "\"usingComponents\":{\"x\":1}}", "app.json:2", "but is 1"),
        wrongType("app.json", PAGES + "\"resolveAlias\":[]}", "app.json:2", "resolveAlias must"),
        wrongType("app.json", PAGES + "\"networkTimeout\":5}", "app.json:2", "an object, but is 5"),
        wrongType(
            "app.json",
            PAGES + "\"requiredBackgroundModes\":\"audio\"}",
            "app.json:2",
            "\"audio\""));
  }

  private static Row timeout(String value, ConfigCode code) {
    return app(
        code,
        PAGES + "\"networkTimeout\": {\n\"request\": " + value + "}}",
        "app.json:3",
        "networkTimeout.request must be a number of milliseconds above 0, but is " + value,
        "write for example 10000");
  }

  private static Row project(ConfigCode code, String json, String said, String fix) {
    return new Row(
        code, p -> p.file("project.config.json", json), "project.config.json:2", said, fix);
  }

  private static Stream<Row> project() {
    return Stream.of(
        project(
            ConfigCode.NO_MINIPROGRAM_ROOT,
            "{\n\"miniprogramRoot\":\"dist/\"}",
            "\"dist/\"",
            "correct the path"),
        project(
            ConfigCode.OUTSIDE_FOLDER,
            "{\n\"miniprogramRoot\":\"../\"}",
            "\"../\"",
            "keep it inside"),
        project(ConfigCode.WRONG_TYPE, "{\n\"miniprogramRoot\":1}", "is 1", "\"miniprogram/\""),
        project(ConfigCode.BAD_WORD, "{\n\"appid\":\"a/b\"}", "appid is \"a/b\"", "wx0123"),
        project(ConfigCode.WRONG_TYPE, "{\n\"appid\":7}", "appid must be a string", "wx0123"),
        project(
            ConfigCode.WRONG_TYPE,
            "{\n\"setting\":{\"urlCheck\":\"false\"}}",
            "setting.urlCheck must be true or false, but is \"false\"",
            "true or false"),
        new Row(
            ConfigCode.WRONG_TYPE,
            p -> p.file("project.private.config.json", "{\"setting\":\n{\"urlCheck\":0}}"),
            "project.private.config.json:2",
            "but is 0",
            "true or false"));
  }

  private static Stream<Row> cloud() {
    return Stream.of(
        host(
            ConfigCode.UNKNOWN_KEY,
            "{\"cloud\":\n{\"env\":{}}}",
            "cloud.env is not a key of cloud",
            "did you mean \"envs\"?"),
        host(
            ConfigCode.UNKNOWN_KEY,
            "{\"cloud\":{\"envs\":{\"e\":\n{\"service\":{}}}}}",
            "cloud.envs.e.service",
            "did you mean \"services\"?"),
        host(
            ConfigCode.BAD_CLOUD_NAME,
            "{\"cloud\":{\"envs\":{\"e.1\":\n{}}}}",
            "\"e.1\" is no name",
            "letters, digits"),
        host(
            ConfigCode.BAD_CLOUD_NAME,
            "{\"cloud\":{\"envs\":{\"e\":{\"services\":{\"a b\":\n\"lab\"}}}}}",
            "\"a b\" is no name",
            "letters, digits"),
        container("https://127.0.0.1:1"),
        container("127.0.0.1:3000"),
        container("http://127.0.0.1:0"),
        container("http://user@h:1"),
        container("http://h:1/x?y"),
        container("http://h/../x"),
        container("laboratory"),
        container(""),
        host(
            ConfigCode.BAD_WORD,
            "{\"cloud\":\n{\"openid\":\"a\\r\\nb\"}}",
            "cloud.openid",
            "write for example"),
        host(
            ConfigCode.WRONG_TYPE,
            "{\"cloud\":{\"envs\":\n[]}}",
            "cloud.envs must be an object",
            "services"));
  }

  private static Row container(String value) {
    return host(
        ConfigCode.BAD_CONTAINER,
        "{\"cloud\":{\"envs\":{\"e\":{\"services\":{\"s\":\n\"" + value + "\"}}}}}",
        "cloud.envs.e.services.s is \"" + value + "\", which is not where",
        "http://127.0.0.1:3000");
  }

  private static Row host(ConfigCode code, String json, String said, String fix) {
    return new Row(code, p -> p.minihost(json), "minihost.json:2", said, fix);
  }

  private static Row entry(ConfigCode code, String list, String entry, String fix) {
    String json = "{\"domains\": {\"" + list + "\": [\n\"" + entry + "\"]}}";
    return host(code, json, "domains." + list + "[0] is \"" + entry + "\"", fix);
  }

  private static Stream<Row> domains() {
    String request = "requestdomain";
    Stream<Row> everyList =
        Arrays.stream(DomainKind.values())
            .map(
                kind ->
                    entry(
                        ConfigCode.WEIXIN_API_HOST,
                        kind.key(),
                        (kind.scheme().isEmpty() ? "" : kind.scheme() + "://")
                            + "API.weixin.qq.com",
                        "your own server"));
    Stream<Row> rest =
        Stream.of(
            entry(ConfigCode.WRONG_SCHEME, request, "http://a.com:8", "write \"https://a.com:8\""),
            entry(ConfigCode.WRONG_SCHEME, request, "wss://a.com", "write \"https://a.com\""),
            entry(ConfigCode.WRONG_SCHEME, "wsrequestdomain", "https://a.com", "\"wss://a.com\""),
            entry(ConfigCode.WRONG_SCHEME, "tcpdomain", "udp://a.com:9", "\"tcp://a.com:9\""),
            entry(ConfigCode.MISSING_SCHEME, request, "a.com", "write \"https://a.com\""),
            entry(ConfigCode.SCHEME_NOT_WANTED, "prefetchdnsdomain", "https://a.com", "\"a.com\""),
            entry(ConfigCode.PATH_IN_ENTRY, request, "https://a.com/", "write \"https://a.com\""),
            entry(ConfigCode.PATH_IN_ENTRY, request, "https://a.com:8/v1", "\"https://a.com:8\""),
            entry(ConfigCode.PATH_IN_ENTRY, request, "https://a.com?x", "\"https://a.com\""),
            entry(ConfigCode.PATH_IN_ENTRY, request, "https://a.com#x", "\"https://a.com\""),
            entry(ConfigCode.USER_IN_ENTRY, request, "https://u:p@a.com", "\"https://a.com\""),
            entry(ConfigCode.IP_IN_ENTRY, request, "https://192.168.1.2", "hosts"),
            entry(ConfigCode.IP_IN_ENTRY, request, "https://127.1", "hosts"),
            entry(ConfigCode.IP_IN_ENTRY, request, "https://0x7f000001", "hosts"),
            entry(ConfigCode.IP_IN_ENTRY, request, "https://[::1]:8443", "hosts"),
            entry(ConfigCode.IP_IN_ENTRY, "udpdomain", "udp://10.0.0.1:9", "hosts"),
            entry(ConfigCode.IP_IN_ENTRY, "prefetchdnsdomain", "fe80::1", "hosts"),
            entry(ConfigCode.LOCALHOST_IN_ENTRY, request, "https://LocalHost:3000", "hosts"),
            entry(ConfigCode.LOCALHOST_IN_ENTRY, request, "https://a.localhost", "hosts"),
            entry(ConfigCode.WILDCARD_IN_ENTRY, request, "https://*.a.com", "by itself"),
            entry(ConfigCode.BAD_HOST, request, "https://intranet", "a dot"),
            entry(ConfigCode.BAD_HOST, request, "https://a_b.com", "hyphens"),
            entry(ConfigCode.BAD_HOST, request, "https://-a.com", "hyphens"),
            entry(ConfigCode.BAD_HOST, request, "https://a..com", "hyphens"),
            entry(ConfigCode.BAD_HOST, request, "https://a.com.", "hyphens"),
            entry(ConfigCode.BAD_HOST, request, "https:// a.com", "hyphens"),
            entry(ConfigCode.BAD_HOST, request, "https://" + "a".repeat(64) + ".com", "hyphens"),
            entry(ConfigCode.BAD_HOST, request, "https://例子.com", "\"https://xn--fsqu00a.com\""),
            entry(ConfigCode.BAD_HOST, request, "https://", "api.example.com"),
            entry(ConfigCode.BAD_PORT, request, "https://a.com:0", "1 to 65535"),
            entry(ConfigCode.BAD_PORT, request, "https://a.com:65536", "1 to 65535"),
            entry(ConfigCode.BAD_PORT, request, "https://a.com:", "1 to 65535"),
            entry(ConfigCode.BAD_PORT, request, "https://a.com:08", "1 to 65535"),
            host(
                ConfigCode.DUPLICATE_ENTRY,
                "{\"domains\":{\"requestdomain\":[\"https://a.com\",\n\"https://A.com\"]}}",
                "requestdomain[1] is \"https://A.com\", which is listed already (minihost.json:1)",
                "remove one"),
            host(
                ConfigCode.TOO_MANY_ENTRIES,
                "{\"limits\":{\"domainsPerApi\":1},\"domains\":{\"tcpdomain\":[\"tcp://a.com\",\n"
                    + "\"tcp://b.com\"]}}",
                "domains.tcpdomain has 2 entries, more than 1 (from limits.domainsPerApi, minihost",
                "\"tcp://b.com\""),
            tooMany(request, "https://", 20, "limits.domainsPerApi, built-in default"),
            tooMany("prefetchdnsdomain", "", 5, "WeChat's documents"),
            tooMany("webviewdomain", "https://", 300, "WeChat's documents"),
            host(
                ConfigCode.WRONG_TYPE,
                "{\"domains\":{\"requestdomain\":\n\"https://a.com;https://b.com\"}}",
                "domains.requestdomain must be an array",
                "[\"https://api.example.com\"]"),
            host(
                ConfigCode.UNKNOWN_KEY,
                "{\"domains\":{\n\"requestDomains\":[]}}",
                "domains.requestDomains is not a key of domains",
                "did you mean \"requestdomain\"?"));
    return Stream.concat(everyList, rest);
  }

  private static Row tooMany(String list, String scheme, int limit, String from) {
    StringBuilder json = new StringBuilder("{\"domains\":{\"" + list + "\":[");
    for (int i = 0; i < limit; i++) json.append('"' + scheme + "h" + i + ".com\",");
    json.append("\n\"" + scheme + "last.com\"]}}");
    String said = "has " + (limit + 1) + " entries, more than " + limit + " (from " + from;
    return host(ConfigCode.TOO_MANY_ENTRIES, json.toString(), said, "last.com");
  }

  private static Row section(
      ConfigCode code, String section, String body, String said, String fix) {
    return host(code, "{\"" + section + "\": {\n" + body + "}}", said, fix);
  }

  private static Stream<Row> sections() {
    return Stream.of(
        host(ConfigCode.UNKNOWN_KEY, "{\n\"domain\":{}}", "domain is", "did you mean \"domains\"?"),
        host(
            ConfigCode.UNKNOWN_KEY,
            "{\n\"requestdomain\":[]}",
            "requestdomain is not a key of minihost.json",
            "did you mean \"domains.requestdomain\"?"),
        section(ConfigCode.UNKNOWN_KEY, "account", "\"xyzzy\":1", "its value is 1", "remove it"),
        section(ConfigCode.UNKNOWN_KEY, "device", "\"netork\":1", "device.netork", "remove it"),
        section(ConfigCode.UNKNOWN_KEY, "rules", "\"pined\":1", "rules.pined", "\"pinned\""),
        section(ConfigCode.UNKNOWN_KEY, "limits", "\"requests\":1", "limits.r", "\"request\""),
        section(ConfigCode.UNKNOWN_KEY, "lab", "\"origin\":1", "lab.origin", "\"origins\""),
        section(ConfigCode.BAD_WORD, "account", "\"version\":\"1/2\"", "\"1/2\"", "\"1.0.0\""),
        section(ConfigCode.WRONG_TYPE, "account", "\"version\":12", "a string, but is 12", "\"1.0"),
        section(
            ConfigCode.UNKNOWN_VALUE,
            "account",
            "\"envVersion\":\"releas\"",
            "\"develop\", \"trial\", \"release\"",
            "\"release\""),
        section(ConfigCode.UNKNOWN_VALUE, "device", "\"networkType\":\"6g\"", "\"6g\"", "\"2g\""),
        host(ConfigCode.UNKNOWN_VALUE, "{\n\"platform\":\"iOS\"}", "\"iOS\"", "\"ios\""),
        section(
            ConfigCode.UNKNOWN_VALUE, "rules", "\"udp\":\"all\"", "\"lan\", \"any\"", "\"lan\""),
        section(ConfigCode.WRONG_TYPE, "rules", "\"backgroundCalls\":true", "one of", "\"immed"),
        section(ConfigCode.WRONG_TYPE, "rules", "\"pinned\":\"no\"", "true or false", "true or"),
        section(ConfigCode.OUT_OF_RANGE, "limits", "\"request\":0", "from 1 to 1000", "10"),
        section(ConfigCode.OUT_OF_RANGE, "limits", "\"uploadFile\":1.5", "but is 1.5", "10"),
        section(ConfigCode.OUT_OF_RANGE, "limits", "\"connectSocket\":-1", "but is -1", "5"),
        section(
            ConfigCode.OUT_OF_RANGE, "limits", "\"maxTimeoutMs\":1e99", "but is 1E+99", "60000"),
        section(ConfigCode.WRONG_TYPE, "limits", "\"downloadFile\":\"10\"", "is \"10\"", "10"),
        section(
            ConfigCode.UNKNOWN_VALUE, "limits", "\"overflow\":\"wait\"", "\"wait\"", "\"queue\""),
        section(ConfigCode.BAD_HOST_KEY, "hosts", "\"https://a.com\":\"b:1\"", "https", "api.ex"),
        section(ConfigCode.BAD_HOST_KEY, "hosts", "\"a.com:0\":\"b:1\"", "a.com:0", ":8443"),
        section(ConfigCode.BAD_HOST_TARGET, "hosts", "\"a.com\":\"127.0.0.1\"", "127", ":3000"),
        section(ConfigCode.BAD_HOST_TARGET, "hosts", "\"a.com\":\"https://b:1\"", "https", "http:"),
        section(ConfigCode.BAD_HOST_TARGET, "hosts", "\"a.com\":\"http://b:1/x\"", "/x", "http:"),
        section(ConfigCode.BAD_HOST_TARGET, "hosts", "\"a.com\":\"1.2.3.256:1\"", "256", ":3000"),
        section(ConfigCode.WRONG_TYPE, "hosts", "\"a.com\":3000", "hosts.a.com must be", "127.0"),
        section(
            ConfigCode.DUPLICATE_ENTRY,
            "hosts",
            "\"a.com\":\"b:1\",\"A.com\":\"b:2\"",
            "hosts is \"A.com\"",
            "remove one"),
        host(
            ConfigCode.NO_SUCH_FILE, "{\"trust\":[\n\"no.pem\"]}", "\"no.pem\"", "create the file"),
        host(ConfigCode.NO_CERTIFICATE, "{\"trust\":[\n\"app.json\"]}", "\"app.json\"", "PEM"),
        new Row(
            ConfigCode.NO_CERTIFICATE,
            p ->
                p.file("x.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")
                    .minihost("{\"trust\":[\n\"x.pem\"]}"),
            "minihost.json:2",
            "trust[0] is \"x.pem\"",
            "PEM"),
        lan("300.1.1.1", "255.0.0.0", ConfigCode.BAD_IP, "device.lan.ip is \"300.1.1.1\""),
        lan("224.0.0.1", "255.0.0.0", ConfigCode.BAD_IP, "224.0.0.1"),
        lan("10.0.0.01", "255.0.0.0", ConfigCode.BAD_IP, "10.0.0.01"),
        lan("10.0.0.1", "255.0.255.0", ConfigCode.BAD_NETMASK, "device.lan.netmask is"),
        lan("10.0.0.1", "0.0.0.0", ConfigCode.BAD_NETMASK, "0.0.0.0"),
        section(
            ConfigCode.MISSING_KEY,
            "device",
            "\"lan\":{\"ip\":\"10.0.0.1\"}",
            "device.lan.netmask is missing",
            "255.255.255.0"),
        section(
            ConfigCode.UNKNOWN_VALUE, "device", "\"weakNetwork\":\"yes\"", "\"yes\"", "\"auto\""),
        section(ConfigCode.BAD_PROXY, "device", "\"systemProxy\":\"h\"", "\"h\"", "127.0.0.1:8888"),
        section(
            ConfigCode.IP_IN_ENTRY, "lab", "\"origins\":[\"https://127.0.0.1\"]", "127", "hosts"),
        section(ConfigCode.WRONG_SCHEME, "lab", "\"origins\":[\"http://a.com\"]", "http", "https"),
        section(
            ConfigCode.NOT_LOOPBACK,
            "lab",
            "\"devices\":[{\"address\":\"10.0.0.2\",\"udpEcho\":9001}]",
            "lab.devices[0].address is \"10.0.0.2\"",
            "127.0.0.1"),
        section(
            ConfigCode.UNKNOWN_KEY,
            "lab",
            "\"devices\":[{\"address\":\"127.0.0.2\",\"udpecho\":9001}]",
            "udpecho",
            "udpEcho"),
        section(
            ConfigCode.OUT_OF_RANGE,
            "lab",
            "\"devices\":[{\"address\":\"127.0.0.2\",\"http\":0}]",
            "lab.devices[0].http",
            "9001"),
        section(
            ConfigCode.MISSING_KEY,
            "lab",
            "\"devices\":[{\"address\":\"127.0.0.2\",\"mdns\":{\"type\":\"_a._tcp\",\"port\":1}}]",
            "lab.devices[0].mdns.name is missing",
            "Lamp"),
        section(
            ConfigCode.WRONG_TYPE,
            "lab",
            "\"devices\":[{\"address\":\"127.0.0.2\",\"mdns\":{\"type\":\"http\",\"name\":\"n\",\"port\":1}}]",
            "lab.devices[0].mdns.type must be a type of service, but is \"http\"",
            "_http._tcp"),
        section(
            ConfigCode.WRONG_TYPE,
            "lab",
            "\"devices\":[{\"address\":\"127.0.0.2\",\"mdns\":{\"type\":\"_a._tcp\",\"name\":\"n\",\"port\":1,\"attributes\":{\"a=b\":\"\"}}}]",
            "lab.devices[0].mdns.attributes.a=b must be a key without =",
            "clay"),
        section(
            ConfigCode.WRONG_TYPE,
            "lab",
            "\"devices\":[{\"address\":\"127.0.0.2\",\"mdns\":{\"type\":\"_a._tcp\",\"name\":\"n\",\"port\":1,\"attributes\":{\"a\":1}}}]",
            "lab.devices[0].mdns.attributes.a must be a string, but is 1",
            "clay"),
        section(
            ConfigCode.OUT_OF_RANGE,
            "lab",
            "\"devices\":[{\"address\":\"127.0.0.2\",\"mdns\":{\"type\":\"_a._tcp\",\"name\":\"n\",\"port\":0}}]",
            "lab.devices[0].mdns.port must be a whole number from 1 to 65535",
            "9003"),
        section(
            ConfigCode.UNKNOWN_KEY,
            "lab",
            "\"devices\":[{\"address\":\"127.0.0.2\",\"mdns\":{\"type\":\"_a._tcp\",\"name\":\"n\",\"port\":1,\"txt\":{}}}]",
            "lab.devices[0].mdns.txt is not a key",
            "type"),
        section(
            ConfigCode.WRONG_TYPE,
            "lab",
            "\"devices\":[{\"address\":\"127.0.0.2\",\"mdns\":\"_http._tcp\"}]",
            "mdns must be an object",
            "_http._tcp"),
        section(
            ConfigCode.WRONG_TYPE,
            "lab",
            "\"devices\":[{\"address\":\"127.0.0.2\",\"mdns\":{\"type\":\"_a._tcp\",\"name\":\"n\",\"port\":1,\"attributes\":{\"a\":\"long\"}}}]"
                .replace("long", "v".repeat(300)),
            "lab.devices[0].mdns.attributes.a must be up to 255 bytes of key=value",
            "clay"),
        section(
            ConfigCode.OUT_OF_RANGE,
            "lab",
            "\"devices\":[{\"address\":\"127.0.0.2\",\"mdns\":{\"type\":\"_a._tcp\",\"name\":\"n\",\"port\":1,\"attributes\":{\"a\":\"long\",\"b\":\"long\",\"c\":\"long\",\"d\":\"long\",\"e\":\"long\",\"f\":\"long\"}}}]"
                .replace("long", "v".repeat(240)),
            "lab.devices[0].mdns.attributes must be up to 1300 bytes together, but is 1458 bytes",
            "less"),
        section(
            ConfigCode.WRONG_TYPE,
            "lab",
            "\"devices\":[{\"address\":\"127.0.0.2\",\"mdns\":{\"type\":\"_a._tcp\",\"name\":\"long\",\"port\":1}}]"
                .replace("long", "茶".repeat(22)),
            "lab.devices[0].mdns.name must be 1 to 63 bytes of visible text",
            "Lamp"),
        section(
            ConfigCode.NOT_AN_ORIGIN,
            "lab",
            "\"origins\":[\"https://a.com\"],\"faults\":{\"https://a.con\":\"expired\"}",
            "lab.faults names \"https://a.con\"",
            "write \"https://a.com\""),
        section(
            ConfigCode.UNKNOWN_VALUE,
            "lab",
            "\"origins\":[\"https://a.com\"],\"faults\":{\"https://a.com\":\"old\"}",
            "\"notYetValid\"",
            "\"expired\""),
        section(ConfigCode.WRONG_TYPE, "lab", "\"faults\":[]", "lab.faults must", "expired"),
        section(ConfigCode.WRONG_TYPE, "lab", "\"proxy\":true", "lab.proxy must", "for example 0"),
        section(ConfigCode.NO_SUCH_FILE, "lab", "\"routes\":\"no.js\"", "lab.routes", "create"),
        section(ConfigCode.WRONG_TYPE, "lab", "\"routes\":[]", "lab.routes must", "lab/routes.js"),
        section(ConfigCode.WRONG_TYPE, "lab", "\"origins\":\"x\"", "lab.origins must", "https"));
  }

  private static Row lan(String ip, String netmask, ConfigCode code, String said) {
    String body = "\"lan\":{\"ip\":\"" + ip + "\",\"netmask\":\"" + netmask + "\"}";
    return section(code, "device", body, said, "write one such as");
  }

  private static Row service(ConfigCode code, String body, String said, String fix) {
    return host(code, "{\"httpdns\":{\"services\":\n{\"wx1\":{" + body + "}}}}", said, fix);
  }

  private static Row provider(ConfigCode code, String body, String said, String fix) {
    return host(code, "{\"lab\":{\"httpdns\":\n{" + body + "}}}", said, fix);
  }

  private static Stream<Row> httpDns() {
    String url = "\"url\":\"http://119.29.29.98\"";
    String des = "\"provider\":\"tencent-des\"," + url;
    String origin = "\"origin\":\"http://119.29.29.98\"";
    return Stream.of(
        host(ConfigCode.UNKNOWN_KEY, "{\"httpdns\":\n{\"service\":1}}", "service", "services"),
        host(
            ConfigCode.BAD_WORD,
            "{\"httpdns\":{\"services\":\n{\"a b\":{\"provider\":\"tencent\"," + url + "}}}}",
            "\"a b\"",
            "wxa410372c837a5f26"),
        service(ConfigCode.MISSING_KEY, url, "services.wx1.provider is missing", "tencent"),
        service(
            ConfigCode.UNKNOWN_VALUE,
            "\"provider\":\"tencent-rsa\"," + url,
            "\"tencent-rsa\"",
            "for example \"tencent-des\""),
        service(
            ConfigCode.MISSING_KEY,
            "\"provider\":\"tencent\"",
            "wx1.url is missing",
            "119.29.29.99"),
        service(
            ConfigCode.BAD_PROVIDER_URL,
            "\"provider\":\"tencent\",\"url\":\"http://119.29.29.29/d\"",
            "\"http://119.29.29.29/d\"",
            "write the address alone"),
        service(
            ConfigCode.BAD_PROVIDER_URL,
            "\"provider\":\"tencent\",\"url\":\"119.29.29.29\"",
            "\"119.29.29.29\"",
            "write the address alone"),
        service(
            ConfigCode.UNKNOWN_KEY,
            "\"provider\":\"tencent\",\"secret\":\"1\"," + url,
            "secret is not a key of httpdns.services.wx1 (its value is not shown)",
            "known are provider, url, token"),
        service(
            ConfigCode.MISSING_KEY, des + ",\"key\":\"12345678\"", "id is missing", "\"id\": 1234"),
        service(ConfigCode.MISSING_KEY, des + ",\"id\":7", "key is missing", "\"key\": "),
        service(
            ConfigCode.OUT_OF_RANGE,
            des + ",\"id\":100001,\"key\":\"12345678\"",
            "from 1 to 100000",
            "for example 1234"),
        service(
            ConfigCode.BAD_KEY_LENGTH,
            des + ",\"id\":7,\"key\":\"s3cret\"",
            "has 6 bytes, but DES takes 8",
            "copy the key"),
        service(
            ConfigCode.WRONG_TYPE, des + ",\"id\":7,\"key\":12345678", "must be a string", "write"),
        service(
            ConfigCode.MISSING_KEY,
            "\"provider\":\"aliyun\"," + url,
            "account is missing",
            "100000"),
        service(
            ConfigCode.BAD_WORD,
            "\"provider\":\"aliyun\",\"account\":\"1/2\"," + url,
            "\"1/2\"",
            "100000"),
        provider(ConfigCode.MISSING_KEY, "\"quota\":1", "lab.httpdns.origin is missing", "https"),
        provider(ConfigCode.BAD_PROVIDER_URL, "\"origin\":\"ftp://h\"", "\"ftp://h\"", "alone"),
        provider(ConfigCode.OUT_OF_RANGE, origin + ",\"quota\":-1", "from 0", "1000000"),
        provider(ConfigCode.UNKNOWN_VALUE, origin + ",\"trouble\":\"x\"", "garbage-body", "none"),
        provider(
            ConfigCode.BAD_HOST, origin + ",\"records\":{\"a_b.com\":{}}", "\"a_b.com\"", "api."),
        provider(
            ConfigCode.BAD_RECORD,
            origin + ",\"records\":{\"a.com\":{\"a\":[\"::1\"]}}",
            "no IPv4 address",
            "127.0.0.2"),
        provider(
            ConfigCode.BAD_RECORD,
            origin + ",\"records\":{\"a.com\":{\"aaaa\":[\"1.2.3.4\"]}}",
            "no IPv6 address",
            "::1"),
        provider(
            ConfigCode.UNKNOWN_KEY,
            origin + ",\"records\":{\"a.com\":{\"cname\":\"b\"}}",
            "cname",
            "a, aaaa, ttl"));
  }

  private static Row set(ConfigCode code, String argument, String where, String said, String fix) {
    return new Row(code, p -> p.set(argument), where, said, fix);
  }

  private static Stream<Row> layers() {
    return Stream.of(
        set(ConfigCode.BAD_SET, "limits", "--set", "\"limits\"", "limits.request=3"),
        set(
            ConfigCode.UNKNOWN_KEY,
            "limit.request=3",
            "--set limit.request",
            "\"3\"",
            "did you mean \"limits.request\"?"),
        set(
            ConfigCode.WRONG_TYPE,
            "limits.request=many",
            "--set limits.request",
            "is \"many\"",
            "for example 10"),
        set(
            ConfigCode.WRONG_TYPE,
            "domains.requestdomain=https://a.com",
            "--set domains.requestdomain",
            "must be an array, but is \"https://a.com\"",
            "[\"https://api.example.com\"]"),
        set(
            ConfigCode.BROKEN_JSON,
            "domains.requestdomain=[\"https://a.com\"",
            "--set domains.requestdomain",
            "column",
            "correct the text"),
        set(
            ConfigCode.IP_IN_ENTRY,
            "domains.requestdomain=[\"https://1.2.3.4\"]",
            "--set domains.requestdomain[0]",
            "https://1.2.3.4",
            "hosts"),
        set(ConfigCode.WRONG_TYPE, "app=5", "--set app", "app must be an object, but is 5", "{"),
        set(ConfigCode.WRONG_TYPE, "lab=[]", "--set lab", "lab must be an object", "{"),
        new Row(
            ConfigCode.NO_SUCH_FILE,
            p -> p.variable("MINIHOST_CONFIG", "nowhere.json"),
            "MINIHOST_CONFIG",
            "nowhere.json",
            "correct the path"),
        set(
            ConfigCode.OUT_OF_RANGE,
            "app.networkTimeout.request=-5",
            "--set app.networkTimeout.request",
            "-5",
            "10000"),
        new Row(
            ConfigCode.OUT_OF_RANGE,
            p -> p.variable("MINIHOST_LIMITS_REQUEST", "0"),
            "MINIHOST_LIMITS_REQUEST limits.request",
            "but is 0",
            "10"),
        new Row(
            ConfigCode.NO_SUCH_FILE,
            p -> p.config(p.path("other.json")),
            "--config",
            "other.json",
            "correct the path"));
  }

  @ParameterizedTest // DOM-2, DOM-3, DOM-8, DOM-10 to DOM-12, TMO-1
  @MethodSource("problems")
  void aBrokenRuleIsNamedWithItsPlaceItsValueAndItsFix(Row row) {
    ProgramFolder program = row.spoil.apply(new ProgramFolder(folder));
    List<Reason> problems = program.problems();
    assertEquals(1, problems.size(), problems::toString);
    check(row, problems.getFirst());
  }

  static Stream<Row> warnings() {
    return Stream.of(
        app(ConfigCode.UNKNOWN_KEY, PAGES + "\"zzz\":1}", "app.json:2", "zzz", "remove it"),
        app(
            ConfigCode.UNKNOWN_KEY,
            PAGES + "\"networktimeout\":{}}",
            "app.json:2",
            "networktimeout is not a key of app.json",
            "did you mean \"networkTimeout\"?"),
        app(
            ConfigCode.UNKNOWN_KEY,
            PAGES + "\"networkTimeout\":{\n\"websocket\":1}}",
            "app.json:3",
            "networkTimeout.websocket",
            "connectSocket"),
        app(
            ConfigCode.MISSING_PAGE_FILE,
            "{\"pages\":[\"pages/index/index\",\n\"pages/gone\"]}",
            "app.json:2",
            "pages/gone.js nor pages/gone.ts",
            "remove pages[1]"),
        app(
            ConfigCode.DUPLICATE_PAGE,
            "{\"pages\":[\"pages/index/index\",\n\"/pages/index/index\"]}",
            "app.json:2",
            "first at app.json:1",
            "remove one"),
        app(
            ConfigCode.DUPLICATE_KEY,
            PAGES + "\"debug\":true,\n\"debug\":false}",
            "app.json:3",
            "debug is written twice (first in line 2)",
            "keep one"),
        app(
            ConfigCode.TAB_COUNT,
            PAGES + "\"tabBar\":{\"list\":[{\"pagePath\":\"pages/index/index\"}]}}",
            "app.json:2",
            "has 1 items",
            "2 to 5"),
        app(
            ConfigCode.BOTH_SPELLINGS,
            PAGES + "\"subpackages\":[],\n\"subPackages\":[]}",
            "app.json:3",
            "subPackages is ignored",
            "keep one"),
        app(
            ConfigCode.UNKNOWN_VALUE,
            PAGES + "\"requiredBackgroundModes\":[\"video\"]}",
            "app.json:2",
            "\"video\"",
            "audio"),
        project(ConfigCode.UNKNOWN_KEY, "{\n\"appId\":\"x\"}", "appId", "did you mean \"appid\"?"),
        project(
            ConfigCode.UNKNOWN_KEY,
            "{\n\"setting\":{\"urlcheck\":false}}",
            "setting.urlcheck",
            "did you mean \"urlCheck\"?"),
        project(
            ConfigCode.URL_CHECK_OFF,
            "{\n\"setting\":{\"urlCheck\":false}}",
            "setting.urlCheck is false",
            "set it to true"),
        host(
            ConfigCode.LAB_INCOMPLETE,
            "{\"cloud\":{\"envs\":{\"e\":{\"services\":{\"s\":\"lab\"}}}},\"lab\":\n{}}",
            "containers but no routes",
            "\"routes\": \"lab/routes.js\""),
        host(
            ConfigCode.LAB_INCOMPLETE,
            "{\"lab\":\n{\"origins\":[\"https://a.com\"]}}",
            "no routes",
            "\"routes\": \"lab/routes.js\""),
        host(
            ConfigCode.LAB_INCOMPLETE,
            "{\"lab\":\n{\"routes\":\"pages/index/index.js\"}}",
            "no origins",
            "https://api.example.com"),
        new Row(
            ConfigCode.UNKNOWN_VARIABLE,
            p -> p.variable("MINIHOST_LIMIT_REQUEST", "1"),
            "MINIHOST_LIMIT_REQUEST",
            "sets nothing",
            "did you mean MINIHOST_LIMITS_REQUEST?"));
  }

  @ParameterizedTest
  @MethodSource("warnings")
  void whatIsDoubtfulIsMentionedAndTheRestIsLoaded(Row row) throws ConfigProblems {
    List<Reason> warnings = row.spoil.apply(new ProgramFolder(folder)).load().warnings();
    assertEquals(1, warnings.size(), warnings::toString);
    check(row, warnings.getFirst());
  }

  private static void check(Row row, Reason reason) {
    assertEquals(row.code, reason.code());
    String where = reason.origin().toString();
    assertTrue(where.endsWith(row.where), () -> where + " is not " + row.where);
    assertTrue(reason.why().contains(row.said), reason::why);
    assertTrue(reason.fix().contains(row.fix), reason::fix);
    assertTrue(reason.text().contains(row.where), reason::text);
  }

  @Test
  void everyCodeIsTested() {
    Set<ConfigCode> untested = EnumSet.allOf(ConfigCode.class);
    Stream.concat(problems(), warnings()).forEach(row -> untested.remove(row.code));
    untested.remove(ConfigCode.NO_FOLDER); // SettingsLoaderTest, as it has no folder to spoil
    assertEquals(Set.of(), untested);
  }
}
