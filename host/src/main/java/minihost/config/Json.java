package minihost.config;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import minihost.reason.Origin;

/** A JSON value that knows where it was written: file, line and key path. Immutable. */
sealed interface Json {
  int SHOWN_CHARS = 80;

  Origin origin();

  /** The value as a message quotes it, shortened. */
  String shown();

  record Obj(Origin origin, Map<String, Json> members) implements Json {
    @Override
    public String shown() {
      return "an object";
    }

    /** This object with {@code over} laid over it: objects member by member, all else whole. */
    Obj with(Obj over) {
      Map<String, Json> merged = new LinkedHashMap<>(members);
      over.members.forEach((key, value) -> merged.merge(key, value, Obj::lay));
      return new Obj(origin, merged);
    }

    private static Json lay(Json below, Json above) {
      return below instanceof Obj b && above instanceof Obj a ? b.with(a) : above;
    }
  }

  record Arr(Origin origin, List<Json> items) implements Json {
    @Override
    public String shown() {
      return "an array";
    }
  }

  record Text(Origin origin, String value) implements Json {
    @Override
    public String shown() {
      return '"'
          + (value.length() > SHOWN_CHARS ? value.substring(0, SHOWN_CHARS) + "…" : value)
          + '"';
    }
  }

  record Num(Origin origin, BigDecimal value) implements Json {
    @Override
    public String shown() {
      return value.toString();
    }
  }

  record Flag(Origin origin, boolean value) implements Json {
    @Override
    public String shown() {
      return Boolean.toString(value);
    }
  }

  record Null(Origin origin) implements Json {
    @Override
    public String shown() {
      return "null";
    }
  }
}
