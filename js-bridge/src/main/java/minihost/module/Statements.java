package minihost.module;

import com.oracle.js.parser.ir.ExportNode;
import com.oracle.js.parser.ir.ImportNode;

/** Takes import and export statements out of the text; what they declare stays where it is. */
final class Statements {
  private Statements() {}

  static void removeImport(ImportNode node, Edits edits) {
    remove(
        node.getStart(), Math.max(node.getFinish(), node.getModuleSpecifier().getFinish()), edits);
  }

  static void removeExport(String source, ExportNode node, String anonymous, Edits edits) {
    if (node.getModuleSpecifier() != null) {
      remove(
          node.getStart(),
          Math.max(node.getFinish(), node.getModuleSpecifier().getFinish()),
          edits);
    } else if (node.getNamedExports() != null) {
      remove(
          node.getStart(), source.indexOf('}', node.getNamedExports().getFinish() - 1) + 1, edits);
    } else if (node.isDefault()) {
      removeDefault(source, node.getStart(), anonymous, edits);
    } else {
      edits.blank(node.getStart(), node.getStart() + "export".length(), "");
    }
  }

  /** An empty statement in its place: the next line must not continue the one before. */
  private static void remove(int from, int to, Edits edits) {
    edits.blank(from, to, ";");
  }

  /**
   * {@code export default}: a function or class stays a declaration, anonymous ones get a name, so
   * that hoisting works and the next line is not read as a call of it; the rest becomes a constant.
   */
  private static void removeDefault(String source, int start, String anonymous, Edits edits) {
    int word = Words.skipBlanks(source, start + "export".length());
    int after = word + "default".length();
    int at = Words.skipBlanks(source, after);
    if (Words.wordAt(source, at, "class")) {
      edits.blank(start, after, "");
      int name = Words.skipBlanks(source, at + "class".length());
      if (source.charAt(name) == '{' || Words.wordAt(source, name, "extends")) {
        edits.insert(at + "class".length(), " " + anonymous);
      }
      return;
    }
    int function = functionWord(source, at);
    if (function < 0) {
      edits.blank(start, after, "const " + anonymous + " =");
      return;
    }
    edits.blank(start, after, "");
    int end = function + "function".length();
    int star = Words.skipBlanks(source, end);
    end = source.charAt(star) == '*' ? star + 1 : end;
    if (source.charAt(Words.skipBlanks(source, end)) == '(') {
      edits.insert(end, " " + anonymous);
    }
  }

  /** Where the word {@code function} of a declaration beginning here stands; -1 when none does. */
  private static int functionWord(String source, int at) {
    int word =
        Words.wordAt(source, at, "async") ? Words.skipBlanks(source, at + "async".length()) : at;
    return Words.wordAt(source, word, "function") ? word : -1;
  }
}
