package minihost.config;

import java.util.Locale;
import minihost.reason.Code;
import minihost.reason.Origin;
import minihost.reason.Reason;

/**
 * Everything that can be wrong or doubtful in a configuration, with its wording. In the wordings
 * {@code %1$s}, {@code %2$s} … are what the finder passes.
 */
public enum ConfigCode implements Code {
  NO_FOLDER("there is no folder %s", "name the folder of a mini program, the one with app.json"),
  NO_APP_JSON("there is no app.json in %s, so there is no mini program to run", "%2$s"),

  UNREADABLE("%s cannot be read: %s", "make it a readable file"),
  OUTSIDE_FOLDER("%s leads outside %s", "keep it inside that folder; links out are not followed"),
  NO_SUCH_FILE("%s: there is no file %s", "correct the path or create the file"),
  NOT_UTF8("%s is not UTF-8 text", "save the file as UTF-8"),
  EMPTY_FILE("%s is empty", "write at least {}"),
  BROKEN_JSON("%s is not JSON, column %s: %s", "correct the text there"),
  DUPLICATE_KEY("%s is written twice (first in line %s); the last one counts", "keep one of them"),
  WRONG_TYPE("%s must be %s, but is %s", "write %4$s"),
  OUT_OF_RANGE("%s must be %s, but is %s", "write %4$s"),
  UNKNOWN_VALUE("%s is %s, which is none of %s", "write %4$s"),
  BAD_WORD("%s is %s; it may hold only letters, digits and . _ -", "write for example %3$s"),
  MISSING_KEY("%s is missing", "add it, for example %2$s"),
  UNKNOWN_KEY("%s is not a key of %s (its value is %s)", "%4$s"),

  NO_PAGES("app.json lists no pages (pages is %s)", "add \"pages\": [\"pages/index/index\"]"),
  BAD_ROUTE(
      "%s is %s, which is not the path of a page", "write a path such as \"pages/index/index\""),
  ROUTE_OUTSIDE(
      "%s is %s, which leads out of the mini program", "write a path below the folder of app.json"),
  UNLISTED_PAGE("%s is %s, which pages does not list", "%3$s"),
  DUPLICATE_PAGE("the page %s is listed twice (first at %s)", "remove one of the two"),
  MISSING_PAGE_FILE(
      "the page %s has neither %1$s.js nor %1$s.ts; the rest runs", "add the file, or remove %2$s"),
  TAB_COUNT("tabBar.list has %s items; WeChat takes 2 to 5", "list 2 to 5 tabs"),
  BOTH_SPELLINGS("both subpackages and subPackages are written; %s is ignored", "keep one of them"),

  URL_CHECK_OFF(
      "%s is false: DOMAINS, TLS VERSIONS AND CERTIFICATES ARE NOT CHECKED in this run; WeChat"
          + " does",
      "set it to true before you rely on what you see here"),

  NO_MINIPROGRAM_ROOT("%s is %s, but there is no folder %s", "correct the path or build into it"),

  MISSING_SCHEME("%s is %s, which has no scheme", "write \"%3$s\""),
  WRONG_SCHEME("%s is %s; the only scheme of this list is %s", "write \"%4$s\""),
  SCHEME_NOT_WANTED("%s is %s; entries of this list have no scheme", "write \"%3$s\""),
  PATH_IN_ENTRY("%s is %s; an entry has no path, query or fragment", "write \"%3$s\""),
  USER_IN_ENTRY("%s is %s; an entry names no user", "write \"%3$s\""),
  IP_IN_ENTRY(
      "%s is %s; an IP address cannot be listed",
      "list a domain name, and map it to the address under hosts"),
  LOCALHOST_IN_ENTRY(
      "%s is %s; localhost cannot be listed",
      "list a domain name, and map it to the local port under hosts"),
  WILDCARD_IN_ENTRY("%s is %s; wildcards are not supported", "list each domain name by itself"),
  WEIXIN_API_HOST(
      "%s is %s; api.weixin.qq.com cannot be listed",
      "remove it, and call its APIs from your own server"),
  BAD_HOST("%s is %s, where %s is not a full domain name", "%4$s"),
  BAD_PORT("%s is %s, where %s is not a port", "write a port from 1 to 65535, or none"),
  DUPLICATE_ENTRY("%s is %s, which is listed already (%s)", "remove one of the two"),
  TOO_MANY_ENTRIES("%s has %s entries, more than %s (from %s)", "%5$s"),

  BAD_HOST_KEY(
      "the key %s of hosts is not a host name or IP address, with or without a port",
      "write \"api.example.com\" or \"api.example.com:8443\""),
  BAD_HOST_TARGET(
      "%s is %s, which is not where a connection can go",
      "write \"127.0.0.1:3000\" (TLS as in the URL) or \"http://127.0.0.1:3000\""),

  NO_CERTIFICATE("%s is %s, which holds no readable PEM certificate (%s)", "name a PEM file"),

  BAD_IP("%s is %s, which is not the IPv4 address of a device", "write one such as 192.168.1.20"),
  BAD_NETMASK("%s is %s, which is not a netmask", "write one such as 255.255.255.0"),
  BAD_PROXY("%s is %s, which is not host:port", "write one such as 127.0.0.1:8888"),
  BAD_PROVIDER_URL(
      "%s is %s, which is not http(s)://host or http(s)://host:port",
      "write the address alone, such as \"https://119.29.29.99\"; its path is the protocol's"),
  BAD_KEY_LENGTH("%s has %s bytes, but %s takes %s", "copy the key the provider's console shows"),
  BAD_RECORD("%s is %s, which is no %s address", "write one such as %4$s"),
  BAD_CLOUD_NAME(
      "%s: %s is no name of an environment or service",
      "use up to 64 letters, digits, hyphens and underscores"),
  BAD_CONTAINER(
      "%s is %s, which is not where a container listens",
      "write one such as \"http://127.0.0.1:3000\", or \"lab\" for the lab's routes"),
  NOT_AN_ORIGIN("%s names %s, which lab.origins does not list", "%3$s"),
  NOT_LOOPBACK(
      "%s is %s, which is no loopback address", "write one from 127.0.0.1 to 127.255.255.254"),
  LAB_INCOMPLETE("lab has %s but no %s", "add %2$s, for example %3$s"),

  BAD_SET("--set %s is not key=value", "write for example --set limits.request=3"),
  UNKNOWN_VARIABLE("the environment variable %s sets nothing", "%2$s");

  private final String why;
  private final String fix;

  ConfigCode(String why, String fix) {
    this.why = why;
    this.fix = fix;
  }

  Reason reason(Origin origin, Object... args) {
    return new Reason(
        this, Words.visible(why.formatted(args)), Words.visible(fix.formatted(args)), origin);
  }

  /** The name in words; no script ever sees a configuration problem. */
  @Override
  public String wording() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
