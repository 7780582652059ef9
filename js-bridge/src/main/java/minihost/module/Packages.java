package minihost.module;

import java.util.Map;
import java.util.Optional;

/**
 * The packages that a program is delivered in: what one of them may require of another (guide to
 * subpackages, rules of reference, and to independent subpackages).
 *
 * @param roots folders of subpackages without a slash at the end, and whether each is independent
 */
public record Packages(Map<String, Boolean> roots) {
  public static final Packages ONE = new Packages(Map.of());

  /** The subpackage that a file is in; empty for the main package. */
  public Optional<String> of(String id) {
    return roots.keySet().stream().filter(root -> id.startsWith(root + "/")).findFirst();
  }

  /**
   * Whether a file may require another one at once. The main package is not asked: scripts that
   * belong to no package, such as tests, lie in it.
   */
  public boolean reaches(String fromId, String id) {
    Optional<String> from = of(fromId);
    Optional<String> to = of(id);
    if (from.isEmpty() || from.equals(to)) return true;
    return to.isEmpty() && !roots.get(from.get());
  }
}
