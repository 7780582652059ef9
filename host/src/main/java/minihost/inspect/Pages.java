package minihost.inspect;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import mockwebserver3.MockResponse;

/** What debuggers ask to find what they can debug, as Node.js and Chrome answer it. */
final class Pages {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Pages() {}

  static MockResponse version() {
    ObjectNode version = JSON.createObjectNode();
    version.put("Browser", "minihost").put("Protocol-Version", "1.3");
    return json(version.toString());
  }

  static MockResponse list(String id, String page, URI address) {
    ObjectNode target = JSON.createObjectNode();
    target.put("id", id).put("title", "minihost").put("type", "node").put("description", "");
    target.put("devtoolsFrontendUrl", page).put("devtoolsFrontendUrlCompat", page);
    target.put("url", "file://").put("webSocketDebuggerUrl", address.toString());
    return json(JSON.createArrayNode().add(target).toString());
  }

  private static MockResponse json(String text) {
    return new MockResponse.Builder()
        .setHeader("Content-Type", "application/json; charset=UTF-8")
        .body(text)
        .build();
  }
}
