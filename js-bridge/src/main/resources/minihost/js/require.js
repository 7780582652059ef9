// The program's require: one cache, a require function per module (sheet 8.1).
(host, kit) => {
  'use strict';
  const { defineProperty } = Object;
  const modules = Object.create(null);
  const interop = host.interop();
  const counts = Object.create(null); // of a coverage run: an array per file

  function load(id) {
    const known = modules[id];
    if (known) return known.exports;
    const wrapper = host.load(id);
    if (typeof wrapper === 'string') throw new SyntaxError(wrapper);
    const module = { id, exports: {}, loaded: false };
    const require = requireOf(id);
    modules[id] = module;
    try {
      const { exports } = module;
      // Called in two steps: the inner function is the author's code, and a frame of its own.
      const body = wrapper(require, module, exports, interop(require, exports), counters(id));
      body();
    } catch (thrown) {
      delete modules[id]; // the next require tries again
      throw thrown;
    }
    module.loaded = true;
    return module.exports;
  }

  /** The counters of a file; a file that is loaded again goes on counting. */
  function counters(id) {
    const wanted = host.counters(id);
    return wanted === 0 ? undefined : (counts[id] ??= new Array(wanted).fill(0));
  }

  /** A function over `find(specifier, waits)` that answers at once, with callbacks, or by its `async` as a promise. */
  kit.requireBy = (name, find) => {
    async function later(specifier) {
      await undefined;
      try {
        return find(specifier, true);
      } catch (thrown) {
        const error = thrown instanceof Error ? thrown : new Error(String(thrown));
        throw Object.assign(error, { mod: specifier, errMsg: error.message });
      }
    }

    function require(specifier, success, failure) {
      if (typeof success !== 'function') return find(specifier, false);
      const done = later(specifier);
      const loaded = (exports) => kit.guard(success, undefined, exports);
      if (typeof failure !== 'function') done.then(loaded);
      else done.then(loaded, (error) => kit.guard(failure, undefined, error));
      return undefined;
    }
    defineProperty(require, 'name', { value: name });
    require.async = (specifier) => later(specifier);
    return require;
  };

  const requireOf = (from) =>
    kit.requireBy('require', function find(specifier, waits) {
      if (typeof specifier !== 'string') throw new Error('require args must be a string');
      const id = host.resolve(from, specifier, waits);
      if (id === null) throw new Error(host.missing(from, specifier));
      return load(id);
    });

  /** The exports of a program file, for host scripts. */
  kit.requireFile = path => {
    const id = host.find(path);
    if (id === null) throw new Error(host.missing('', `/${path}`));
    return load(id);
  };

  return {
    run(path) {
      kit.requireFile(path);
    },

    counts: (id) => counts[id],
  };
};
