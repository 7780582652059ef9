// TypeScript to JavaScript, line for line. This is sucrase's own transform() with one difference:
// only what TypeScript adds is compiled. Modern JavaScript stays as it is (no helper functions, so
// columns stay near), but class fields are compiled, because in programs built for WeChat they are
// assignments in the constructor: after parameter properties, and none where there is no value.
import { HelperManager } from 'sucrase/dist/esm/HelperManager.js';
import identifyShadowedGlobals from 'sucrase/dist/esm/identifyShadowedGlobals.js';
import NameManager from 'sucrase/dist/esm/NameManager.js';
import { parse } from 'sucrase/dist/esm/parser/index.js';
import { TokenType as tt } from 'sucrase/dist/esm/parser/tokenizer/types.js';
import TokenProcessor from 'sucrase/dist/esm/TokenProcessor.js';
import RootTransformer from 'sucrase/dist/esm/transformers/RootTransformer.js';
import getTSImportedNames from 'sucrase/dist/esm/util/getTSImportedNames.js';

const VALUES = new Set([tt._const, tt._let, tt._var, tt._function, tt._class, tt._enum]);

// sucrase drops every namespace as if it held types only, which would fail far from here.
function refuseNamespacesWithValues(code, tokens) {
  const text = ({ start, end }) => code.slice(start, end);
  for (let i = 0; i < tokens.length; i++) {
    if (!tokens[i].isType || !['namespace', 'module', 'global'].includes(text(tokens[i]))) continue;
    let at = i + 1;
    while ([tt.name, tt.dot, tt.string].includes(tokens[at].type)) at++;
    if (tokens[at].type !== tt.braceL) continue;
    const declared = tokens[i - 1]?.type === tt._declare;
    for (let depth = 1; depth > 0 && ++at < tokens.length; ) {
      if (tokens[at].type === tt.braceL) depth++;
      if (tokens[at].type === tt.braceR) depth--;
      const isValue = depth === 1 && VALUES.has(tokens[at].type);
      if (isValue && !declared && tokens[at - 1].type !== tt._declare) {
        const before = code.slice(0, tokens[i].start).split('\n');
        const error = new SyntaxError('A namespace with values is not supported; use a module');
        error.loc = { line: before.length, column: before.at(-1).length + 1 };
        throw error;
      }
    }
    i = at;
  }
}

export function stripTypes(code) {
  const { tokens, scopes } = parse(code, false, true, false);
  refuseNamespacesWithValues(code, tokens);
  const nameManager = new NameManager(code, tokens);
  const helperManager = new HelperManager(nameManager);
  const tokenProcessor = new TokenProcessor(code, tokens, false, true, helperManager);
  identifyShadowedGlobals(tokenProcessor, scopes, getTSImportedNames(tokenProcessor));
  const context = { tokenProcessor, scopes, nameManager, importProcessor: null, helperManager };
  const options = { transforms: ['typescript'], disableESTransforms: true };
  const transformer = new RootTransformer(context, options.transforms, false, options);
  transformer.disableESTransforms = false;
  return transformer.transform().code;
}
