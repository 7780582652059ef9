// What waits until nothing else has a turn never leaves JavaScript.
(host, kit) => {
  'use strict';
  const waiting = new Map();
  let last = 0;

  function request(result, f) {
    const id = ++last;
    if (typeof f === 'function') waiting.set(id, f);
    kit.nextTurn(() => {
      const idle = waiting.get(id);
      waiting.delete(id);
      if (idle) kit.guard(idle, undefined, { errMsg: 'requestIdleCallback:ok' });
    });
    return id;
  }

  return kit.script('idle-callback.js', {
    requestIdleCallback: { prepare: () => ({}), finish: request },
    cancelIdleCallback: { prepare: () => ({}), finish: (result, id) => void waiting.delete(id) },
  });
};
