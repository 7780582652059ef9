// The global `worker` of a worker's own world.
(host, kit) => {
  'use strict';
  const listeners = [];
  kit.define('worker', {
    env: host.env(),
    onMessage(f) {
      if (typeof f === 'function') listeners.push(f);
    },
    offMessage(f) {
      listeners.splice(0, listeners.length, ...listeners.filter(g => f !== undefined && g !== f));
    },
    postMessage(message) {
      host.post(kit.pack(message));
    },
    testOnProcessKilled() {
      host.kill();
    },
  });
  return {
    message(packed) {
      const message = kit.unpack(packed);
      for (const f of [...listeners]) kit.guard(f, undefined, message);
    },
  };
};
