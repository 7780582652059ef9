// What rewritten ES modules call (minihost.module.EsModules). One object per module, bound to the
// module's own require and exports, so that a module may use those names for something else.
(() => {
  'use strict';
  const { defineProperty, hasOwn, keys } = Object;
  const namespaces = new WeakMap();

  // Importers see every change of the exported variable. As in compiled WeChat programs, a variable
  // that a cycle reads too early is undefined, and a caller may put something else in its place.
  function forward(exports, name, read) {
    defineProperty(exports, name, {
      enumerable: true,
      configurable: true,
      get() {
        try {
          return read();
        } catch (error) {
          if (error instanceof ReferenceError) return undefined;
          throw error;
        }
      },
      set(value) {
        defineProperty(exports, name, {
          enumerable: true, configurable: true, writable: true, value,
        });
      },
    });
  }

  function isEsModule(loaded) {
    return loaded !== null && loaded !== undefined && Boolean(loaded.__esModule);
  }

  function isObject(value) {
    return (typeof value === 'object' && value !== null) || typeof value === 'function';
  }

  function namespaceOf(loaded) {
    if (isEsModule(loaded)) return loaded;
    if (isObject(loaded) && namespaces.has(loaded)) return namespaces.get(loaded);
    const namespace = {};
    if (isObject(loaded)) {
      for (const name of keys(loaded)) {
        if (name !== 'default') forward(namespace, name, () => loaded[name]);
      }
      namespaces.set(loaded, namespace);
    }
    namespace.default = loaded;
    return namespace;
  }

  return (require, exports) => ({
    load: require,
    namespace: namespaceOf,
    value: (value) => value,

    exports(getters) {
      defineProperty(exports, '__esModule', { value: true });
      for (const name of keys(getters)) {
        if (name !== '__esModule') forward(exports, name, getters[name]);
      }
    },

    interop(loaded) {
      return isEsModule(loaded) ? loaded : { default: loaded };
    },

    star(loaded) {
      if (!isObject(loaded)) return;
      for (const name of keys(loaded)) {
        if (name !== 'default' && name !== '__esModule' && !hasOwn(exports, name)) {
          forward(exports, name, () => loaded[name]);
        }
      }
    },

    // The target of an assignment to an import; &&= and its like may only read it.
    constant(read, name) {
      return {
        get value() {
          return read();
        },
        set value(ignored) {
          throw new TypeError(`Assignment to constant variable '${name}'`);
        },
      };
    },

    // What is no function fails when it is called: the arguments come first.
    callee(value, name) {
      if (typeof value === 'function') return value;
      return () => {
        throw new TypeError(`${name} is not a function`);
      };
    },

    async dynamic(specifier) {
      await undefined;
      return namespaceOf(require(`${specifier}`));
    },
  });
})();
