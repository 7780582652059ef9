package minihost.module;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * From a program file to code for the module wrapper: strips types, rewrites ES modules, and
 * remembers the results on disk. Plain CommonJS files pass through without touching the cache.
 */
public final class Transpiler {
  /** Part of every cache key: to be raised when the same source gives other code than before. */
  private static final String VERSION = "1";

  private final TypeScriptCompiler typeScript;
  private final TranspileCache cache;
  private final Optional<? extends Instrumenter> instrumenter;

  public Transpiler(TypeScriptCompiler typeScript, TranspileCache cache) {
    this(typeScript, cache, Optional.empty());
  }

  /**
   * @param instrumenter counts what runs; empty for code that counts nothing
   */
  public Transpiler(
      TypeScriptCompiler typeScript,
      TranspileCache cache,
      Optional<? extends Instrumenter> instrumenter) {
    this.typeScript = typeScript;
    this.cache = cache;
    this.instrumenter = instrumenter;
  }

  /**
   * The file, ready to run.
   *
   * @throws ModuleSyntaxException when it does not parse as what it is
   * @throws java.io.UncheckedIOException when it cannot be read
   */
  public Transpiled transpile(ModuleFile file) {
    String text = file.read();
    if (file.isJson()) return Transpiled.untouched("module.exports=" + text);
    // A script that could be started from a shell: the mark is no JavaScript within a function.
    String source = text.startsWith("#!") ? "//" + text.substring(2) : text;
    boolean counted = instrumenter.isPresent() && instrumenter.get().wants(file);
    if (!counted && !file.isTypeScript() && !Words.mayBeModule(source)) {
      return Transpiled.untouched(source);
    }
    String key = key(file, source, counted);
    Optional<Transpiled> cached = cache.get(key, source);
    if (cached.isPresent()) {
      return cached.get();
    }
    String js = file.isTypeScript() ? typeScript.compile(file.id(), source) : source;
    Transpiled made =
        counted
            ? EsModules.rewrite(file.id(), js, instrumenter.get().places(file.id(), js))
            : EsModules.rewrite(file.id(), js);
    cache.put(key, source, made);
    return made;
  }

  private String key(ModuleFile file, String source, boolean counted) {
    String kind = file.isTypeScript() ? "ts " + typeScript.version() : "js";
    if (counted) kind += ' ' + instrumenter.get().version();
    return sha256(VERSION + '\n' + kind + '\n' + source);
  }

  static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
