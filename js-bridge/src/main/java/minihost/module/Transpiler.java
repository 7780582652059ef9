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

  public Transpiler(TypeScriptCompiler typeScript, TranspileCache cache) {
    this.typeScript = typeScript;
    this.cache = cache;
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
    if (!file.isTypeScript() && !Words.mayBeModule(source)) {
      return Transpiled.untouched(source);
    }
    String key = key(file, source);
    Optional<Transpiled> cached = cache.get(key, source);
    if (cached.isPresent()) {
      return cached.get();
    }
    String js = file.isTypeScript() ? typeScript.compile(file.id(), source) : source;
    Transpiled made = EsModules.rewrite(file.id(), js);
    cache.put(key, source, made);
    return made;
  }

  private String key(ModuleFile file, String source) {
    String kind = file.isTypeScript() ? "ts " + typeScript.version() : "js";
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
