// nextTick takes a function and nothing else, so it never leaves JavaScript.
(host, kit) => {
  'use strict';
  return kit.script('next-tick.js', {
    prepare(f) {
      if (typeof f === 'function') kit.nextTurn(f);
      return {};
    },
    finish: () => undefined,
  });
};
