// Where a file wants counters, as istanbul-lib-instrument counts: statements, functions, branches.
import { parse } from 'acorn';
import { hintsOf } from './hints.mjs';

const STATEMENTS = new Set([
  'ExpressionStatement', 'BreakStatement', 'ContinueStatement', 'DebuggerStatement', 'ReturnStatement', 'ThrowStatement',
  'TryStatement', 'IfStatement', 'ForStatement', 'ForInStatement', 'ForOfStatement', 'WhileStatement', 'DoWhileStatement',
  'SwitchStatement', 'WithStatement', 'LabeledStatement',
]);
const LOOPS = new Set(['ForStatement', 'ForInStatement', 'ForOfStatement', 'WhileStatement', 'DoWhileStatement', 'WithStatement']);
const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);
const NAMED_BY_THEIR_PLACE = new Set(['FunctionExpression', 'ArrowFunctionExpression', 'ClassExpression']);
const BLOCKS = new Set(['Program', 'BlockStatement', 'StaticBlock', 'SwitchCase']);

function parsed(source, onComment) {
  const options = { ecmaVersion: 'latest', allowHashBang: true, allowReturnOutsideFunction: true, onComment };
  try {
    return parse(source, { ...options, sourceType: 'module' });
  } catch {
    onComment.length = 0;
    return parse(source, { ...options, sourceType: 'script' });
  }
}

/**
 * The insertions that make a file count, in order, and what each counter stands for: `S3` a statement of line 3,
 * `F3:name` a function, `B3:2` a branch with two ways and so two counters.
 */
export function probes(source) {
  const comments = [];
  const program = parsed(source, comments);
  const lines = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) lines.push(at + 1);
  const lineOf = at => {
    let low = 0;
    for (let high = lines.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if (lines[middle] <= at) low = middle;
      else high = middle;
    }
    return low + 1;
  };
  const hints = hintsOf(source, comments, lineOf);
  let name = '$cov';
  while (source.includes(name)) name += '$';
  const inserts = [];
  const words = [];
  let used = 0;
  let functions = 0;
  if (hints.wholeFile) return { name, inserts, probes: '' };

  const insert = (at, text) => inserts.push([at, text]);
  const counter = (word, count = 1) => {
    words.push(word);
    used += count;
    return used - count;
  };
  const count = number => `${name}[${number}]++`;
  const statement = at => `${count(counter(`S${lineOf(at)}`))};`;
  const wrap = (node, text) => {
    insert(node.start, `(${text},`);
    visit(node);
    insert(node.end, ')');
  };
  const expression = (node, number) => wrap(node, count(number));

  const ignored = node => hints.next.get(node.start) === 'next' || hints.lines.has(lineOf(node.start));

  /** What an if or a loop runs: always a block afterwards. */
  const body = (node, text) => {
    if (node.type === 'BlockStatement') {
      if (text) insert(node.start + 1, text);
      visit(node);
    } else {
      insert(node.start, `{${text}`);
      visit(node);
      insert(node.end, '}');
    }
  };

  function branchesOfIf(node) {
    const hint = hints.next.get(node.start);
    const ways = [hint !== 'if', hint !== 'else'];
    const wanted = ways.filter(Boolean).length;
    let number = counter(`B${lineOf(node.start)}:${wanted}`, wanted);
    visit(node.test);
    if (ways[0]) body(node.consequent, `${count(number++)};`);
    else body(skipped(node.consequent), '');
    if (node.alternate && ways[1]) body(node.alternate, `${count(number)};`);
    else if (ways[1]) insert(node.consequent.end, `else{${count(number)};}`);
  }
  const skipped = node => {
    node.skipped = true;
    return node;
  };

  function switchOf(node) {
    visit(node.discriminant);
    let number = counter(`B${lineOf(node.start)}:${node.cases.length}`, node.cases.length);
    for (const one of node.cases) {
      const mine = number++;
      if (one.test) visit(one.test);
      insert(one.consequent.length ? one.consequent[0].start : one.end, `${count(mine)};`);
      for (const child of one.consequent) visit(child, one);
    }
  }

  const leavesOf = node =>
    node.type === 'LogicalExpression' && !ignored(node) ? [...leavesOf(node.left), ...leavesOf(node.right)] : [node];
  function logical(node) {
    const leaves = leavesOf(node);
    const wanted = leaves.filter(leaf => !ignored(leaf));
    let number = counter(`B${lineOf(node.start)}:${wanted.length}`, wanted.length);
    for (const leaf of wanted) expression(leaf, number++);
  }

  function conditional(node) {
    visit(node.test);
    const ways = [node.consequent, node.alternate].filter(way => !ignored(way));
    let number = counter(`B${lineOf(node.start)}:${ways.length}`, ways.length);
    for (const way of ways) expression(way, number++);
  }

  /** An anonymous function keeps the name that its place gives it: its counter goes before the statement. */
  function declarator(node, parent, outer) {
    visit(node.id);
    if (!node.init || ignored(node.init)) return;
    const place = outer?.type === 'ExportNamedDeclaration' ? outer : BLOCKS.has(outer?.type) ? parent : undefined;
    const text = count(counter(`S${lineOf(node.init.start)}`));
    if (NAMED_BY_THEIR_PLACE.has(node.init.type) && place) {
      insert(place.start, `${text};`);
      visit(node.init);
    } else wrap(node.init, text);
  }

  function functionOf(node, parent) {
    const isMethod = parent && (parent.type === 'MethodDefinition' || (parent.type === 'Property' && (parent.method || parent.kind !== 'init')));
    const known = node.id?.name ?? (isMethod && !parent.computed && parent.key.type === 'Identifier' ? parent.key.name : undefined);
    const at = node.id?.start ?? (isMethod ? parent.start : node.start);
    const text = count(counter(`F${lineOf(at)}:${known ?? `(anonymous_${functions})`}`));
    functions++;
    for (const parameter of node.params) visit(parameter);
    if (node.body.type !== 'BlockStatement') {
      if (ignored(node.body)) insert(node.body.start, `(${text},`), insert(node.body.end, ')');
      else wrap(node.body, `${text},${count(counter(`S${lineOf(node.body.start)}`))}`);
      return;
    }
    const directive = node.body.body.findLast(one => one.directive !== undefined);
    if (directive) insert(directive.end, `;${text};`);
    else insert(node.body.start + 1, `${text};`);
    visit(node.body);
  }

  function children(node) {
    for (const key of Object.keys(node)) {
      if (key === 'key' && node.shorthand) continue;
      const value = node[key];
      if (Array.isArray(value)) for (const one of value) one && visit(one, node);
      else if (typeof value?.type === 'string') visit(value, node);
    }
  }

  function visit(node, parent, outer) {
    if (node.skipped || (node !== program && ignored(node))) return;
    if (STATEMENTS.has(node.type) && node.directive === undefined) insert(node.at ?? node.start, statement(node.start));
    if (LOOPS.has(node.type)) loop(node);
    else if (FUNCTIONS.has(node.type)) functionOf(node, parent);
    else {
      switch (node.type) {
        case 'IfStatement': return branchesOfIf(node);
        case 'SwitchStatement': return switchOf(node);
        case 'LogicalExpression': return logical(node);
        case 'ConditionalExpression': return conditional(node);
        case 'AssignmentPattern':
          visit(node.left);
          if (!ignored(node.right)) expression(node.right, counter(`B${lineOf(node.start)}:1`));
          return;
        case 'VariableDeclaration':
          for (const one of node.declarations) if (!ignored(one)) declarator(one, node, parent);
          return;
        case 'PropertyDefinition':
          if (node.computed) visit(node.key);
          if (node.value && !ignored(node.value)) wrap(node.value, count(counter(`S${lineOf(node.value.start)}`)));
          return;
        case 'LabeledStatement':
          // The label stays at its loop, so that `continue` finds it.
          node.body.at = node.at ?? node.start;
          return visit(node.body);
        default: children(node);
      }
    }
  }

  function loop(node) {
    for (const key of ['init', 'left', 'right', 'test', 'object', 'update']) {
      if (node[key] && !(key === 'test' && node.type === 'DoWhileStatement')) visit(node[key], node);
    }
    if (node.body.type === 'EmptyStatement') return;
    body(node.body, '');
    if (node.type === 'DoWhileStatement') visit(node.test, node);
  }

  visit(program);
  return { name, inserts, probes: words.join(' ') };
}
