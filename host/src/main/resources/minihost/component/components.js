// What a program declares of its components, until the engine is needed.
(host, kit) => {
  'use strict';
  const declared = new Map(); // by path: using, generics, placeholders, hasOwn, isPage

  const trees = {
    /** What the JSON beside a page or component says. */
    partOf: id => declared.get(id),

    /** Whether a page has components, so that its tree is made as it opens. */
    hasComponents: route => Object.keys(declared.get(route)?.using ?? {}).length > 0,

    /** The engine, loaded at its first use. */
    get engine() {
      if (!kit.componentEngine) host.engine();
      return kit.componentEngine;
    },

    /** createSelectorQuery and its like. */
    get queries() {
      if (!kit.queries) host.queries();
      return kit.queries;
    },
  };
  kit.components = trees;

  return {
    declare(id, part) {
      declared.set(id, part);
    },
  };
};
