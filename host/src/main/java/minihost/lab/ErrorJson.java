package minihost.lab;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The body of the lab's own 404. */
final class ErrorJson {
  private ErrorJson() {}

  static String of(String error, List<String> routes) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("error", error);
    routes.forEach(json.putArray("routes")::add);
    return json.toString();
  }
}
