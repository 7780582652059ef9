package minihost.policy;

import minihost.config.DomainKind;

/** A question put to the policy: one record per thing a program can want to reach. */
public sealed interface Ask {
  /** The function that asks, without {@code wx.}: {@code request}. */
  String api();

  /** What is wanted, as the program wrote it. */
  String url();

  /** What asks, as a person names it: {@code wx.request}. */
  default String asker() {
    return "wx." + api();
  }

  /**
   * An HTTP exchange with a container of WeChat cloud hosting (sheets DOM-15, CLD-1 to CLD-5).
   *
   * @param api the function that calls it
   * @param owner the account that shares the environment with the program; empty for its own
   * @param path with its query; begins with a slash
   * @param hop 0 for the path the program gave, n for the n-th redirect
   */
  record Container(String api, String owner, String env, String service, String path, int hop)
      implements Ask {
    public Container {
      if (!path.startsWith("/")) throw new IllegalArgumentException("no path: " + path);
    }

    /** The first exchange of a call in one of the program's own environments. */
    public Container(String env, String service, String path) {
      this("cloud.callContainer", "", env, service, path, 0);
    }

    /** {@code env/service/path}: a container has no URL that a program could know. */
    @Override
    public String url() {
      return env + "/" + service + path;
    }

    /** Where a redirect leads within the container. */
    public Container redirectedTo(String location) {
      return new Container(api, owner, env, service, location, hop + 1);
    }
  }

  /**
   * A WebSocket of {@code wx.connectSocket} (sockets sheet 1.2).
   *
   * @param url {@code ws://…} or {@code wss://…}
   */
  record Socket(String url) implements Ask {
    @Override
    public String api() {
      return "connectSocket";
    }
  }

  /**
   * A TCP connection (sockets sheet 3.3).
   *
   * @param address a host name or an IPv4 address
   * @param port 1 to 65535
   */
  record Tcp(String address, int port) implements Ask {
    @Override
    public String api() {
      return "createTCPSocket";
    }

    @Override
    public String url() {
      return "tcp://" + (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
    }
  }

  /**
   * A datagram (sockets sheet 2.4).
   *
   * @param address a host name or an address
   * @param port 1 to 65535
   */
  record Udp(String address, int port) implements Ask {
    @Override
    public String api() {
      return "createUDPSocket";
    }

    @Override
    public String url() {
      return "udp://" + (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
    }
  }

  /**
   * A scan of the LAN for services, by mDNS (sockets sheet section 4).
   *
   * @param serviceType with a dot at its end: {@code _http._tcp.}
   */
  record Discover(String serviceType) implements Ask {
    @Override
    public String api() {
      return "startLocalServiceDiscovery";
    }

    @Override
    public String url() {
      return serviceType;
    }
  }

  /** A page to show in the {@code web-view} component (sheet 4.3). */
  record WebView(String url) implements Ask {
    @Override
    public String api() {
      return "webview";
    }

    @Override
    public String asker() {
      return "web-view";
    }
  }

  /**
   * An HTTP exchange.
   *
   * @param hop 0 for the URL the program gave, n for the n-th redirect
   */
  record Http(Kind kind, String url, int hop) implements Ask {
    /** The first exchange of a call. */
    public Http(Kind kind, String url) {
      this(kind, url, 0);
    }

    @Override
    public String api() {
      return kind.api;
    }

    /** Where a redirect leads; asked about anew (sheet RDR-3). */
    public Http redirectedTo(String location) {
      return new Http(kind, location, hop + 1);
    }

    /** The functions that make HTTP exchanges, each with a domain list and a lane of its own. */
    public enum Kind {
      REQUEST("request", DomainKind.REQUEST, "createRequestTask"),
      UPLOAD_FILE("uploadFile", DomainKind.UPLOAD, "createUploadTask"),
      DOWNLOAD_FILE("downloadFile", DomainKind.DOWNLOAD, "createDownloadTask");

      private final String api;
      private final DomainKind domains;
      private final String event;

      Kind(String api, DomainKind domains, String event) {
        this.api = api;
        this.domains = domains;
        this.event = event;
      }

      public String api() {
        return api;
      }

      /** The list that must name its hosts (sheet DOM-1). */
      public DomainKind domains() {
        return domains;
      }

      /** What Android calls its beginning (sheet E11). */
      String event() {
        return event;
      }
    }
  }
}
