// The scope of a person's inputs, and what their values look like.
(host, kit) => {
  'use strict';
  const scope = Object.create(null);
  const { then } = Promise.prototype;
  const { apply, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;
  const isObject = value => value !== null && (typeof value === 'object' || typeof value === 'function');
  const shown = value => (value === undefined ? '' : kit.inspect(value));

  const set = (name, value) =>
    Object.defineProperty(scope, name, { value, writable: true, enumerable: true, configurable: true });

  const chain = value => {
    const all = [];
    for (let at = Object(value); at !== null && at !== Object.prototype; at = getPrototypeOf(at)) all.push(at);
    return all;
  };

  /** A data property's value; of the getters only those of the scope are ours to call. */
  const read = (value, key) => {
    for (const at of chain(value)) {
      const own = getOwnPropertyDescriptor(at, key);
      if (own) return at === scope && own.get ? own.get() : own.value;
    }
    return undefined;
  };

  const resolve = path => {
    const [first, ...rest] = path.split('.');
    // Global const and let are in no object, and an input may not be run for them: they stay unknown.
    let value = first in scope ? read(scope, first) : read(globalThis, first);
    for (const key of rest) {
      if (value === undefined || value === null) return undefined;
      value = read(value, key);
    }
    return value;
  };

  return {
    name(name, get) {
      Object.defineProperty(scope, name, { get, set: value => set(name, value), enumerable: true, configurable: true });
    },

    declare(name) {
      const own = getOwnPropertyDescriptor(scope, name);
      if (!own || own.get) set(name, undefined);
    },

    run(id, f, awaits) {
      const result = f(scope);
      if (!awaits) {
        host.done(id, shown(result));
        return;
      }
      const failed = thrown => host.failed(id, ...kit.describe(thrown));
      const settled = value => {
        let text;
        try {
          text = shown(value);
        } catch (thrown) {
          failed(thrown);
          return;
        }
        host.done(id, text);
      };
      apply(then, result, [settled, failed]);
    },

    members(path) {
      const from = path === '' ? [scope, ...chain(globalThis)] : chain(resolve(path) ?? Object.create(null));
      const names = from.flatMap(at => ownKeys(at)).filter(key => typeof key === 'string' && !/^\d+$/.test(key));
      return [...new Set(names)];
    },
  };
};
