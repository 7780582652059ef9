// setTimeout and setInterval with numeric ids and extra arguments.
(host, kit) => {
  'use strict';
  const timers = new Map();
  let last = 0;

  const arm = (f, delay, args, repeat) => {
    const ms = Number(delay);
    const timer = { f, args, repeat, ms: ms >= 1 && ms <= 0x7fffffff ? Math.trunc(ms) : 1 };
    const id = ++last;
    timers.set(id, timer);
    host.schedule(id, timer.ms);
    return id;
  };
  const disarm = id => {
    if (timers.delete(id)) host.cancel(id);
  };

  kit.define('setTimeout', function setTimeout(f, delay, ...args) {
    return arm(f, delay, args, false);
  });
  kit.define('setInterval', function setInterval(f, delay, ...args) {
    return arm(f, delay, args, true);
  });
  kit.define('clearTimeout', function clearTimeout(id) {
    disarm(id);
  });
  kit.define('clearInterval', function clearInterval(id) {
    disarm(id);
  });

  return {
    forget: () => timers.clear(),
    fire(id) {
      const timer = timers.get(id);
      if (!timer) return;
      if (!timer.repeat) timers.delete(id);
      if (typeof timer.f === 'function') kit.guard(timer.f, undefined, ...timer.args);
      if (timer.repeat && timers.has(id)) host.schedule(id, timer.ms);
    },
  };
};
