// Compiled WXML and WXS, and the helpers that compiled WXML calls.
(host, kit) => {
  'use strict';
  const NOTHING = Object.freeze(Object.create(null));
  const nothing = () => undefined;
  const files = new Map();
  const scripts = new Map();
  const scriptFunctions = new WeakSet();

  /** A path from the program's root, of what the file `from` calls `name`. */
  function resolve(from, name) {
    const parts = [];
    const whole = name.startsWith('/') ? name : `${from.split('/').slice(0, -1).join('/')}/${name}`;
    for (const part of whole.split('/')) {
      if (part === '..') parts.pop();
      else if (part !== '' && part !== '.') parts.push(part);
    }
    return parts.join('/');
  }

  const getDate = (...args) => new Date(...args);
  const getRegExp = (pattern, flags) => new RegExp(pattern, flags);

  function note(exported) {
    if (typeof exported === 'function') scriptFunctions.add(exported);
    else if (kit.isPlain(exported)) {
      for (const value of Object.values(exported)) if (typeof value === 'function') scriptFunctions.add(value);
    }
  }

  /** The exports of a WXS module, which runs once. */
  function script(id) {
    if (scripts.has(id)) return scripts.get(id).exports;
    const module = { exports: {} };
    scripts.set(id, module);
    const run = host.script(id);
    if (run) {
      const require = name => script(resolve(id.split('#')[0], name));
      kit.guard(run, undefined, require, module, module.exports, getDate, getRegExp);
      note(module.exports);
    }
    return module.exports;
  }

  const helpers = {
    X: value => value ?? NOTHING,
    Y: value => (value === undefined || value === null ? '' : String(value)),
    Z: (changes, key) => (changes === true ? true : changes ? changes[key] : undefined),
    P: f => (typeof f === 'function' ? f : nothing),
    L: (path, ...keys) => (path === null ? null : [...path, ...keys]),
    /** The changes of data that is spread and set field by field. */
    M(spreads, fields) {
      if (spreads.includes(true)) return true;
      const tree = Object.assign({}, ...spreads.filter(Boolean));
      for (const [key, change] of Object.entries(fields)) if (change) tree[key] = change;
      return tree;
    },
    W: script,
    R: wrapper => kit.prepareTemplate(wrapper),
    /** Sets a value of a slot; only dynamic slots have them. */
    V: wrapper => (slot, name, value) => wrapper.shadowRoot.replaceSlotValue(slot, name, value),
    imported(path, name) {
      for (const file of host.imports(path)) {
        const found = load(file)[name];
        if (found && name !== '') return found;
      }
      return undefined;
    },
  };

  function load(path) {
    if (!files.has(path)) files.set(path, host.template(path)?.(helpers) ?? NOTHING);
    return files.get(path);
  }

  /** Whether a function is of a WXS module. */
  kit.isScriptFunction = f => scriptFunctions.has(f);

  /** A file as the engine takes it: by name of the template; undefined for a broken one. */
  kit.templateOf = path => {
    const templates = load(path);
    return templates[''] && { content: name => templates[name] };
  };
  return {};
};
