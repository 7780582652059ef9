package minihost.wx;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a person or a test answers in the place of the phone, its user and WeChat's servers, by
 * function. It outlives the program. JS thread.
 */
public final class Answers {
  /** Answers a call. */
  @FunctionalInterface
  public interface Chosen {
    /**
     * @param options of the call, as plain data
     * @return what the success callback gets, or {@code fail} with the words of a failure
     */
    Map<String, Object> to(Map<String, Object> options);
  }

  /**
   * An answer and whose it is.
   *
   * @param who such as {@code the test}
   */
  public record Given(String who, Chosen answer) {}

  private final Set<String> names = new TreeSet<>();
  private Map<String, Given> given = Map.of();

  void know(String name) {
    names.add(name);
  }

  /** The functions whose answers can be chosen. */
  public Set<String> names() {
    return Set.copyOf(names);
  }

  /**
   * @param answer empty to have it made up again
   */
  public void choose(String name, Optional<Given> answer) {
    Map<String, Given> more = new LinkedHashMap<>(given);
    more.remove(name);
    answer.ifPresent(a -> more.put(name, a));
    given = Map.copyOf(more);
  }

  /** All that are chosen, to come back to. */
  public Map<String, Given> given() {
    return given;
  }

  public void restore(Map<String, Given> before) {
    given = before;
  }
}
