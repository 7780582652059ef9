package minihost.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options object of a call as plain data; types a script may get wrong are read leniently. */
public record Args(Map<String, Object> raw) {
  /** The value of a parameter that the {@link Shape} requires, or that a script has prepared. */
  public String string(String name) {
    return (String) raw.get(name);
  }

  public Optional<String> optionalString(String name) {
    return raw.get(name) instanceof String s ? Optional.of(s) : Optional.empty();
  }

  public boolean flag(String name, boolean fallback) {
    return raw.get(name) instanceof Boolean b ? b : fallback;
  }

  /** A number above 0, rounded up; anything else counts as not given (sheet TMO-2). */
  public Optional<Integer> positive(String name) {
    return raw.get(name) instanceof Double d && d > 0
        ? Optional.of((int) Math.min(Math.ceil(d), Integer.MAX_VALUE))
        : Optional.empty();
  }

  public Optional<Double> number(String name) {
    return raw.get(name) instanceof Double d ? Optional.of(d) : Optional.empty();
  }

  @SuppressWarnings("unchecked")
  public Map<String, Object> map(String name) {
    return raw.get(name) instanceof Map<?, ?> m ? (Map<String, Object>) m : Map.of();
  }

  @SuppressWarnings("unchecked")
  public List<Object> list(String name) {
    return raw.get(name) instanceof List<?> l ? (List<Object>) l : List.of();
  }
}
