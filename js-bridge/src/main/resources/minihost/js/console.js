// The console: every method a program may call, written out as lines of text with a level.
(host, kit) => {
  'use strict';
  let indent = '';
  const counts = new Map();
  const starts = new Map();

  const number = arg => (typeof arg === 'symbol' || typeof arg === 'object' ? NaN : Number(arg));

  /** As kit.inspect shows it; what needs no inspection is not worth loading it for. */
  const shown = arg => {
    if (typeof arg === 'string' || (typeof arg === 'number' && !Object.is(arg, -0))) return `${arg}`;
    return kit.inspect(arg, 3, false);
  };

  const format = args => {
    const rest = [...args];
    let head = '';
    if (typeof rest[0] === 'string' && rest[0].includes('%') && rest.length > 1) {
      head = rest.shift().replace(/%[sdifoOc%]/g, spec => {
        if (spec === '%%') return '%';
        if (!rest.length) return spec;
        const arg = rest.shift();
        if (spec === '%c') return '';
        if (spec === '%d' || spec === '%f') return String(number(arg));
        if (spec === '%i') return String(Math.trunc(number(arg)));
        return spec === '%s' && typeof arg !== 'object' ? String(arg) : kit.inspect(arg, 3, spec !== '%s');
      });
    }
    const tail = rest.map(shown);
    return (head ? [head, ...tail] : tail).join(' ');
  };
  const write = (level, text) => {
    host.write(level, indent ? indent + text.replace(/\n/g, `\n${indent}`) : text);
  };

  const console = {};
  for (const level of ['log', 'info', 'warn', 'error', 'debug']) {
    console[level] = (...args) => write(level, format(args));
  }
  const label = name => (name === undefined ? 'default' : String(name));
  Object.assign(console, {
    trace(...args) {
      const [, stack] = kit.describe(new Error());
      write('log', `${['Trace:', format(args)].join(' ').trimEnd()}\n${kit.frames(stack)}`);
    },
    assert(condition, ...args) {
      if (!condition) write('error', ['Assertion failed', format(args)].filter(Boolean).join(': '));
    },
    dir(value) {
      write('log', kit.inspect(value));
    },
    group(...args) {
      if (args.length) write('log', format(args));
      indent += '  ';
    },
    groupEnd() {
      indent = indent.slice(2);
    },
    count(name) {
      const n = (counts.get(label(name)) ?? 0) + 1;
      counts.set(label(name), n);
      write('log', `${label(name)}: ${n}`);
    },
    countReset(name) {
      counts.delete(label(name));
    },
    time(name) {
      starts.set(label(name), host.now());
    },
    timeLog(name, ...args) {
      if (!starts.has(label(name))) return write('warn', `no timer '${label(name)}'`);
      const ms = (host.now() - starts.get(label(name))).toFixed(3);
      return write('log', [`${label(name)}: ${ms}ms`, ...(args.length ? [format(args)] : [])].join(' '));
    },
    timeEnd(name) {
      console.timeLog(name);
      starts.delete(label(name));
    },
    table(rows) {
      write('log', table(rows));
    },
    clear() {},
  });
  console.groupCollapsed = console.group;
  console.dirxml = console.dir;

  function table(rows) {
    if (rows === null || typeof rows !== 'object') return kit.inspect(rows);
    const columns = ['(index)'];
    const lines = Object.entries(rows).map(([index, row]) => {
      const cells = row !== null && typeof row === 'object' ? Object.entries(row) : [['Values', row]];
      for (const [key] of cells) if (!columns.includes(key)) columns.push(key);
      return { '(index)': index, ...Object.fromEntries(cells.map(([k, v]) => [k, kit.inspect(v, 0)])) };
    });
    const width = c => Math.max(c.length, ...lines.map(line => (line[c] ?? '').length));
    const draw = line => columns.map(c => (line[c] ?? '').padEnd(width(c))).join(' | ').trimEnd();
    const rule = columns.map(c => '-'.repeat(width(c))).join('-+-');
    return [draw(Object.fromEntries(columns.map(c => [c, c]))), rule, ...lines.map(draw)].join('\n');
  }

  kit.define('console', console);
  return {};
};
