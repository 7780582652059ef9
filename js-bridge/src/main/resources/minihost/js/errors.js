// How what a program throws is told: to the program's own listeners, and to the host.
(host, kit) => {
  'use strict';
  // Through Java, which sees where a script is when it is stopped: a JavaScript try block loses that.
  const { watched } = kit;
  const text = value => {
    try {
      return String(value);
    } catch {
      return '(an error that cannot be shown)';
    }
  };

  /** Shows any value; inspect.js takes this one's place when it is loaded. */
  kit.inspect = (...args) => {
    host.inspector();
    return kit.inspect(...args);
  };

  /** The program's own frames in a stack text, indented. */
  kit.frames = stack => host.frames(stack);

  /** [message, stack] of anything thrown. */
  kit.describe = thrown => {
    try {
      if (thrown instanceof Error) {
        const stack = typeof thrown.stack === 'string' ? thrown.stack : '';
        const head = thrown.message ? `${thrown.name}: ${thrown.message}` : text(thrown.name);
        return [head, stack];
      }
      return [kit.inspect(thrown), ''];
    } catch {
      return [text(thrown), ''];
    }
  };

  // Filled by whoever gives programs an error hook (App.onError, wx.onError ...).
  kit.errorListeners = [];
  kit.rejectionListeners = [];

  const tell = (listeners, ...args) => {
    for (const listener of [...listeners]) {
      try {
        listener(...args);
      } catch (thrown) {
        host.error(false, ...kit.describe(thrown));
      }
    }
  };

  /** Reports what a callback or hook threw; the caller goes on. */
  kit.report = thrown => {
    host.error(false, ...kit.describe(thrown));
    tell(kit.errorListeners, thrown);
  };

  kit.apply = Reflect.apply;

  /** Calls a program's function; what it throws is reported. */
  kit.guard = (f, self, ...args) => {
    try {
      return watched(f, self, args);
    } catch (thrown) {
      kit.report(thrown);
      return undefined;
    }
  };

  // An async function that was stopped: the turn's own report says so.
  const STOPPED = 'Error: Execution got interrupted.';

  /** Whether this is what the engine threw to stop a script; no job that follows on it is sure to run. */
  kit.isStop = thrown => kit.describe(thrown)[0] === STOPPED;

  kit.rejected = (reason, promise) => {
    const [message, stack] = kit.describe(reason);
    if (message === STOPPED) return;
    host.error(true, message, stack);
    tell(kit.rejectionListeners, reason, promise);
  };
  return {};
};
