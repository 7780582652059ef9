package minihost.config;

import java.util.List;
import java.util.Map;

/** The domain lists; a list that was not written is empty, and its origin says so. */
public record Domains(Map<DomainKind, Setting<List<DomainEntry>>> lists) {
  public Setting<List<DomainEntry>> list(DomainKind kind) {
    return lists.getOrDefault(kind, Setting.builtIn(List.of()));
  }
}
