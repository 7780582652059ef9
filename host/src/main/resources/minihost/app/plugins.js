// requirePlugin: at once, with callbacks, or as a promise, as require is.
(host, kit) => {
  'use strict';
  function find(alias) {
    if (typeof alias !== 'string') throw new Error('requirePlugin args must be a string');
    const module = host.standIn(alias);
    if (module === null) throw new Error(host.refuse(alias));
    return kit.requireFile(module);
  }
  kit.define('requirePlugin', kit.requireBy('requirePlugin', find));
  return {};
};
