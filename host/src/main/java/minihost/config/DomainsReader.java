package minihost.config;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import minihost.reason.Origin;

/** Reads {@code domains} of minihost.json (sheet section 4). */
final class DomainsReader {
  /** Sheet DOM-12. */
  static final int MAX_PREFETCH = 5;

  /** Sheet 4.3. */
  static final int MAX_WEB_VIEW = 300;

  private DomainsReader() {}

  static Domains read(Fields domains, Setting<Integer> domainsPerApi) {
    domains.refuseUnknown(Keys.in("domains"));
    Map<DomainKind, Setting<List<DomainEntry>>> lists = new EnumMap<>(DomainKind.class);
    for (DomainKind kind : DomainKind.values()) {
      EntryReader reader = new EntryReader(kind.scheme(), domains.problems());
      String example = "[" + Fields.quote(reader.example()) + "]";
      domains
          .array(kind.key(), example)
          .ifPresent(
              array -> {
                tooMany(domains.problems(), array, limit(kind, domainsPerApi));
                List<DomainEntry> entries = entries(domains, array, reader);
                lists.put(kind, new Setting<>(entries, array.origin()));
              });
    }
    return new Domains(Map.copyOf(lists));
  }

  /** The legal entries of an array; the rest is reported. */
  static List<DomainEntry> entries(Fields section, Json.Arr array, EntryReader reader) {
    List<DomainEntry> entries = new ArrayList<>();
    Map<String, Origin> seen = new HashMap<>();
    for (Json.Text item : section.texts(array, Fields.quote(reader.example())))
      reader
          .read(item)
          .ifPresent(
              entry -> {
                Origin first = seen.putIfAbsent(entry.host() + ":" + entry.port(), item.origin());
                if (first == null) entries.add(entry);
                else duplicate(section.problems(), item, first);
              });
    return List.copyOf(entries);
  }

  private static void duplicate(Problems problems, Json.Text item, Origin first) {
    problems.problem(
        ConfigCode.DUPLICATE_ENTRY, item.origin(), item.origin().key(), item.shown(), first);
  }

  private static Setting<Integer> limit(DomainKind kind, Setting<Integer> domainsPerApi) {
    return switch (kind) {
      case PREFETCH_DNS -> new Setting<>(MAX_PREFETCH, Origin.of("sheet DOM-12", ""));
      case WEB_VIEW -> new Setting<>(MAX_WEB_VIEW, Origin.of("sheet 4.3", ""));
      default -> domainsPerApi;
    };
  }

  private static void tooMany(Problems problems, Json.Arr array, Setting<Integer> limit) {
    if (array.items().size() <= limit.value()) return;
    Json extra = array.items().get(limit.value());
    boolean ours = !limit.origin().file().startsWith("sheet");
    problems.problem(
        ConfigCode.TOO_MANY_ENTRIES,
        extra.origin(),
        array.origin().key(),
        array.items().size(),
        limit.value(),
        ours ? "limits.domainsPerApi, " + limit.origin() : "WeChat's documents",
        "remove entries from " + extra.shown() + " on" + (ours ? ", or raise the limit" : ""));
  }
}
