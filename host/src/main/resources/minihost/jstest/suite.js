// describe, it and the hooks: what a test file declares, and how it is run. Every function of the
// author runs in a turn of its own, so that one that has to be stopped takes nothing with it.
(host, kit) => {
  'use strict';
  const { jest } = kit;
  const HOOKS = ['beforeAll', 'beforeEach', 'afterEach', 'afterAll'];
  const nodes = [];

  const add = (parent, kind, name, f, mode, limit) => {
    const hooks = Object.fromEntries(HOOKS.map(hook => [hook, []]));
    const node = { id: nodes.length, parent, kind, name, f, mode, limit, hooks, children: [] };
    nodes.push(node);
    parent?.children.push(node);
    return node;
  };
  const root = add(undefined, 'describe', '', undefined, 'run');
  let current = root;
  let collecting = true;

  const refuse = text => {
    throw new TypeError(text);
  };
  const named = (what, name) =>
    typeof name === 'string' || typeof name === 'function' || typeof name === 'number'
      ? String(name.name ?? name)
      : refuse(`${what} wants a name, not ${kit.inspect(name)}`);
  const declare = what => {
    if (!collecting) refuse(`${what} must be called at the top of the file or within describe, not while a test runs`);
  };

  const describe = mode => (name, f) => {
    declare('describe');
    if (typeof f !== 'function') refuse(`describe "${String(name)}" wants a function`);
    const outer = current;
    current = add(outer, 'describe', named('describe', name), undefined, mode);
    try {
      if (typeof f()?.then === 'function') refuse(`describe "${String(name)}" must not be async: its tests would come too late`);
    } finally {
      current = outer;
    }
  };

  const it = mode => (name, f, limit) => {
    declare('it');
    if (mode !== 'todo' && typeof f !== 'function') {
      refuse(`it "${String(name)}" wants a function; write it.todo for a test that is still to come`);
    }
    if (mode === 'todo' && f !== undefined) refuse(`it.todo "${String(name)}" takes no function`);
    add(current, 'it', named('it', name), f, mode, limit);
  };

  // printf's directives as Jest reads them.
  const DIRECTIVE = /%(?:%|[sdifjoOp#])/g;
  const filled = (name, row, index) => {
    let at = 0;
    return name.replace(DIRECTIVE, directive => {
      if (directive === '%%') return '%';
      if (directive === '%#') return String(index);
      if (at >= row.length) return directive;
      const value = row[at++];
      switch (directive) {
        case '%s': return typeof value === 'object' && value !== null ? kit.inspect(value) : String(value);
        case '%d': return String(Number(value));
        case '%i': return String(Math.trunc(Number(value)));
        case '%f': return String(parseFloat(value));
        case '%j': return JSON.stringify(value);
        default: return jest.format(value, { min: true, plugins: Object.values(jest.plugins) });
      }
    });
  };
  const interpolated = (name, row) =>
    name.replace(/\$([\w.]+)/g, (whole, path) => {
      const value = path.split('.').reduce((at, key) => at?.[key], row);
      return value === undefined && !(path in row) ? whole : typeof value === 'string' ? value : kit.inspect(value);
    });

  /** A tagged template: a line of headings, and values in rows. */
  const tabled = (texts, values) => {
    const headings = texts[0].split('|').map(heading => heading.trim());
    const rows = [];
    for (let i = 0; i < values.length; i += headings.length) {
      rows.push(Object.fromEntries(headings.map((heading, n) => [heading, values[i + n]])));
    }
    return rows;
  };
  const each = declaration => (table, ...values) => {
    const rows = Array.isArray(table.raw) ? tabled(table, values) : table;
    if (!Array.isArray(rows)) refuse(`each wants an array or a table, not ${kit.inspect(table)}`);
    return (name, f, limit) => {
      rows.forEach((row, index) => {
        const list = Array.isArray(row) ? row : [row];
        const isRecord = !Array.isArray(row) && row !== null && typeof row === 'object';
        const title = filled(isRecord ? interpolated(name, row) : name, list, index);
        declaration(title, (...rest) => f(...list, ...rest), limit);
      });
    };
  };

  const family = (make, modes) => {
    const all = make('run');
    for (const mode of modes) all[mode] = make(mode);
    for (const one of [all, all.only, all.skip]) if (one) one.each = each(one);
    return all;
  };
  const tests = family(it, ['only', 'skip', 'todo']);
  const suites = family(describe, ['only', 'skip']);
  const hook = kind => (f, limit) => {
    declare(kind);
    if (typeof f !== 'function') refuse(`${kind} wants a function`);
    current.hooks[kind].push({ f, limit });
  };

  const mocker = new jest.ModuleMocker(globalThis);
  const mocks = { fn: f => mocker.fn(f), spyOn: (...args) => mocker.spyOn(...args) };
  const ofJest = {
    ...mocks,
    isMockFunction: f => mocker.isMockFunction(f),
    clearAllMocks: () => mocker.clearAllMocks(),
    resetAllMocks: () => mocker.resetAllMocks(),
    restoreAllMocks: () => mocker.restoreAllMocks(),
  };
  const globals = {
    describe: suites, it: tests, test: tests, expect: jest.expect, jest: ofJest, ...mocks,
    ...Object.fromEntries(HOOKS.map(kind => [kind, hook(kind)])),
    xit: tests.skip, xtest: tests.skip, fit: tests.only, xdescribe: suites.skip, fdescribe: suites.only,
  };
  for (const [name, value] of Object.entries(globals)) kit.define(name, value);

  const path = node => (node.parent ? [...path(node.parent), node] : []);
  const fullName = node => path(node).map(one => one.name).join(' ');
  const within = (node, mode) => path(node).some(one => one.mode === mode);

  // A turn of its own for a function of the author; it may take `limit` ms of real time.
  let turn;
  const inTurn = (f, limit) =>
    new Promise((resolve, reject) => {
      turn = { f, resolve, reject };
      turn.number = host.turn(limit ?? null);
    });

  const described = thrown => {
    const [message, stack] = kit.describe(thrown);
    const text = thrown?.matcherResult ? String(thrown.message) : message;
    return { message: text, stack: kit.frames(stack) };
  };

  async function body(test, failures) {
    const suites = [root, ...path(test.parent)];
    let ready = true;
    for (const { f, limit } of suites.flatMap(suite => suite.hooks.beforeEach)) {
      ready = ready && (await attempt(f, limit, failures));
    }
    if (ready) {
      jest.expect.setState({ expectedAssertionsNumber: null, isExpectingAssertions: false, assertionCalls: 0 });
      if (await attempt(test.f, test.limit, failures)) {
        for (const { error } of jest.expect.extractExpectedAssertionsErrors()) failures.push(described(error));
      }
    }
    for (const { f, limit } of suites.reverse().flatMap(suite => suite.hooks.afterEach)) await attempt(f, limit, failures);
  }

  /** Runs a function and waits for its promise; whether all went well. */
  async function attempt(f, limit, failures) {
    try {
      await inTurn(f, limit);
      return true;
    } catch (thrown) {
      failures.push(described(thrown));
      return false;
    }
  }

  const skips = (test, options) =>
    within(test, 'skip') || (options.only && !within(test, 'only')) || !options.wanted(test);
  const hasWork = (node, options) =>
    node.kind === 'it'
      ? node.mode !== 'todo' && !skips(node, options)
      : node.children.some(child => hasWork(child, options));

  async function runTest(test, options, broken) {
    if (test.mode === 'todo') return host.ended(test.id, 'todo', []);
    if (skips(test, options)) {
      kit.snapshots.keep(fullName(test));
      return host.ended(test.id, 'skipped', []);
    }
    for (let attempts = 1; ; attempts++) {
      host.started(test.id);
      kit.begin();
      const failures = [...broken];
      kit.snapshots.begin(fullName(test));
      host.enter();
      if (!failures.length) await body(test, failures);
      failures.push(...[...host.verdict(), ...kit.verdict()].map(message => ({ message, stack: '' })));
      host.leave();
      if (failures.length && attempts <= options.retries) continue;
      if (failures.length) kit.snapshots.keep(fullName(test));
      host.ended(test.id, failures.length ? 'failed' : 'passed', failures);
      if (failures.length && options.bail) options.over = true;
      return undefined;
    }
  }

  const shuffled = (children, random) => {
    const all = [...children];
    for (let i = all.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [all[i], all[j]] = [all[j], all[i]];
    }
    return all;
  };

  async function runSuite(suite, options, inherited) {
    const broken = [...inherited];
    const runs = suite === root || hasWork(suite, options);
    host.enter(); // what beforeAll changes holds for the suite
    if (runs && !broken.length) for (const { f, limit } of suite.hooks.beforeAll) await attempt(f, limit, broken);
    const children = options.random ? shuffled(suite.children, options.random) : suite.children;
    for (const child of children) {
      if (options.over) break;
      if (child.kind === 'it') await runTest(child, options, broken);
      else await runSuite(child, options, broken);
    }
    const after = [];
    if (runs) for (const { f, limit } of suite.hooks.afterAll) await attempt(f, limit, after);
    host.leave();
    for (const failure of after) host.broken(suite.id, failure);
  }

  /** mulberry32: the same seed, the same order. */
  const randomOf = seed => () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };

  return {
    /** What was declared, in order. */
    tree() {
      collecting = false;
      const plain = node => ({
        id: node.id, kind: node.kind, name: node.name, mode: node.mode, children: node.children.map(plain),
      });
      return plain(root);
    },

    /** Runs the tests; host.done follows. */
    run({ pattern, bail, retries, seed }) {
      const some = pattern === null ? undefined : new RegExp(pattern);
      const options = {
        only: nodes.some(node => node.mode === 'only'), bail, retries, over: false, random: seed === null ? undefined : randomOf(seed),
        wanted: test => !some || some.test(fullName(test)),
      };
      const done = () => {
        const counts = kit.snapshots.end(!options.over);
        if (counts) host.snapshots(counts);
        host.done();
      };
      runSuite(root, options, []).then(done).catch(thrown => host.crashed(...kit.describe(thrown)));
    },

    /** The turn that was asked for. */
    go() {
      const { f, resolve, reject } = turn;
      const failed = thrown => {
        if (!kit.isStop(thrown)) reject(thrown); // else `expire` says why
      };
      try {
        const result = f();
        if (result !== null && typeof result === 'object' && typeof result.then === 'function') {
          result.then(resolve, failed);
        } else resolve();
      } catch (thrown) {
        failed(thrown);
      }
    },

    /** The function that runs has had its time, or was stopped. */
    expire(number, message) {
      if (turn.number === number) turn.reject(new Error(message));
    },
  };
};
