// Jest's snapshots: what is compared, and the file as Jest writes it. Java reads and writes the file.
(host, kit) => {
  'use strict';
  const { jest } = kit;
  const HEAD = '// Jest Snapshot v1, https://goo.gl/fbAQLP';
  const ENTRY = /^exports\[`((?:\\[^]|[^`\\])*)`\] = `((?:\\[^]|[^`\\])*)`;$/gm;
  const mode = host.mode(); // new, all (update) or none
  const counts = { written: 0, updated: 0, removed: 0, obsolete: 0 };
  const checked = new Set();
  const numbers = new Map();
  let stored;
  let dirty = false;
  let test;

  const plain = text => text.replace(/\\([^])/g, '$1');
  const quoted = text => `\`${text.replace(/`|\\|\$\{/g, '\\$&')}\``;
  const unix = text => text.replace(/\r\n?/g, '\n');
  /** The file is read as data: nothing in it runs. */
  const all = () =>
    (stored ??= new Map([...unix(host.read() ?? '').matchAll(ENTRY)].map(([, key, value]) => [plain(key), plain(value)])));

  const parts = key => key.match(/\d+|\D/g) ?? [];
  const compare = (a, b) => {
    const [left, right] = [parts(a), parts(b)];
    for (let i = 0; i < Math.min(left.length, right.length); i++) {
      const [x, y] = [left[i], right[i]];
      if (x === y) continue;
      if (/\d/.test(x) && /\d/.test(y) && Number(x) !== Number(y)) return Number(x) - Number(y);
      return x < y ? -1 : 1;
    }
    return left.length - right.length;
  };

  const serialized = value => {
    const text = unix(jest.format(value, {
      // Jest 29's snapshotFormat
      escapeRegex: true, escapeString: false, indent: 2, printBasicPrototype: false, printFunctionName: false, plugins: [mocks, ...Object.values(jest.plugins)],
    }));
    return text.includes('\n') ? `\n${text}\n` : text;
  };
  const bare = text => (text.startsWith('\n') && text.endsWith('\n') ? text.slice(1, -1) : text);

  /** As Jest prints mock functions in snapshots. */
  const mocks = {
    test: value => Boolean(value?._isMockFunction),
    serialize(value, config, indentation, depth, refs, print) {
      const name = value.getMockName();
      const title = `[MockFunction${name === 'jest.fn()' ? '' : ` ${name}`}]`;
      if (value.mock.calls.length === 0) return title;
      const inner = indentation + config.indent;
      const calls = print(value.mock.calls, config, inner, depth, refs);
      const results = print(value.mock.results, config, inner, depth, refs);
      const [space, comma] = [config.spacingOuter || ' ', config.min ? ', ' : ','];
      return `${title} {${space}${inner}"calls": ${calls}${comma}${space}${inner}"results": ${results}${config.min ? '' : ','}${space}${indentation}}`;
    },
  };

  const refuse = text => {
    throw new TypeError(text);
  };
  const store = (key, value, how) => {
    all().set(key, value);
    dirty = true;
    counts[how]++;
    return { pass: true, message: () => '' };
  };

  function match(context, name, received, hint) {
    if (context.isNot) refuse(`expect(…).not.${name} says nothing: remove the not`);
    if (test === undefined) refuse(`${name} belongs within a test`);
    const title = hint ? `${test}: ${hint}` : test;
    const number = (numbers.get(title) ?? 0) + 1;
    numbers.set(title, number);
    const key = `${title} ${number}`;
    checked.add(key);
    const value = serialized(received);
    const expected = all().get(key);
    if (expected === value) return { pass: true, message: () => '' };
    if (mode === 'all') return store(key, value, expected === undefined ? 'written' : 'updated');
    if (expected === undefined && mode === 'new') return store(key, value, 'written');
    const head = `expect(received).${name}(${hint ? 'hint' : ''})\n\nSnapshot name: \`${key}\`\n\n`;
    const message = expected === undefined
      ? () => `${head}New snapshot was not written: this run is in CI. Run the test without --ci, or with -u, and commit the .snap file.\n\n` +
          `Received: ${bare(value)}`
      : () => head + context.utils.printDiffOrStringify(bare(expected), bare(value), 'Snapshot', 'Received', false);
    return { pass: false, message };
  }

  const isObject = value => value !== null && typeof value === 'object';
  /** What matchers stand for is not compared again: the matcher itself is kept. */
  const merged = (received, properties) => {
    if (!isObject(received) || !isObject(properties) || properties.$$typeof) return properties;
    const copy = Array.isArray(received) ? [...received] : { ...received };
    for (const key of Object.keys(properties)) copy[key] = merged(copy[key], properties[key]);
    return copy;
  };

  jest.expect.extend({
    toMatchSnapshot(received, first, second) {
      if (!isObject(first)) return match(this, 'toMatchSnapshot', received, first);
      const { iterableEquality, subsetEquality, printExpected, printReceived } = this.utils;
      if (!this.equals(received, first, [...(this.customTesters ?? []), iterableEquality, subsetEquality])) {
        const message = () =>
          `expect(received).toMatchSnapshot(properties)\n\nExpected properties: ${printExpected(first)}\nReceived value: ${printReceived(received)}`;
        return { pass: false, message };
      }
      return match(this, 'toMatchSnapshot', merged(received, first), second);
    },

    toThrowErrorMatchingSnapshot(received, hint) {
      const name = 'toThrowErrorMatchingSnapshot';
      if (this.promise) return match(this, name, received?.message ?? received, hint);
      if (typeof received !== 'function') refuse(`${name} wants a function, not ${kit.inspect(received)}`);
      try {
        received();
      } catch (thrown) {
        return match(this, name, thrown?.message ?? thrown, hint);
      }
      return { pass: false, message: () => `expect(received).${name}()\n\nReceived function did not throw` };
    },

    toMatchInlineSnapshot() {
      refuse('toMatchInlineSnapshot is not there, since tests are not rewritten: use toMatchSnapshot');
    },
    toThrowErrorMatchingInlineSnapshot() {
      refuse('toThrowErrorMatchingInlineSnapshot is not there, since tests are not rewritten: use toThrowErrorMatchingSnapshot');
    },
  });

  const isOf = (key, name) => key.startsWith(`${name} `) || key.startsWith(`${name}: `);
  kit.snapshots = {
    /** A test begins, perhaps once more. */
    begin(name) {
      test = name;
      for (const title of [...numbers.keys()]) if (title === name || title.startsWith(`${name}: `)) numbers.delete(title);
    },

    /** A test that did not run to its end says nothing of its snapshots. */
    keep(name) {
      for (const key of all().keys()) if (isOf(key, name)) checked.add(key);
    },

    /** All tests have run; without `whole` some did not. What happened, or null for nothing. */
    end(whole) {
      const old = whole ? [...all().keys()].filter(key => !checked.has(key)) : [];
      if (mode === 'all') {
        for (const key of old) all().delete(key);
        counts.removed = old.length;
      } else counts.obsolete = old.length;
      if (dirty || counts.removed) {
        const entries = [...all()].sort(([a], [b]) => compare(a, b)).map(([key, value]) => `exports[${quoted(key)}] = ${quoted(value)};`);
        host.write(entries.length ? `${[HEAD, ...entries].join('\n\n')}\n` : null);
      }
      return Object.values(counts).some(Boolean) ? counts : null;
    },
  };
  return {};
};
