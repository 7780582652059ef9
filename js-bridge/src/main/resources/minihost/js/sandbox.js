// Takes away what a program must not have. `eval` and the async and generator constructors are shut
// by the engine (js.allow-eval=false); `Function` is replaced here because libraries probe it.
(host, kit) => {
  'use strict';
  const Native = Function;
  const global = globalThis;

  // As in WeChat: no code from strings, but `Function('return this')()` finds the global object.
  function Function_(...args) {
    const body = args.length ? String(args[args.length - 1]) : '';
    if (/^\s*(?:return\s+this\s*;?)?\s*$/.test(body)) {
      return body.trim() ? () => global : () => undefined;
    }
    throw new EvalError('Function(...) makes no code from strings in a mini program');
  }
  Object.defineProperty(Function_, 'name', { value: 'Function' });
  Object.defineProperty(Function_, 'prototype', { value: Native.prototype });
  Object.defineProperty(Native.prototype, 'constructor', { value: Function_, writable: true, configurable: true });

  const { setUnhandledPromiseRejectionHandler } = global.Graal;
  for (const name of ['Graal', 'WebAssembly', 'SharedArrayBuffer', 'Atomics']) delete global[name];

  /** Puts a name into the program's global scope: there to be read, replaced and deleted. */
  kit.define = (name, value, enumerable = false) =>
    Object.defineProperty(global, name, { value, enumerable, writable: true, configurable: true });
  kit.define('Function', Function_);
  kit.define('global', global);

  /** Throws a plain error for Java. */
  kit.raise = message => {
    throw new Error(message);
  };

  kit.rejected = () => {};
  setUnhandledPromiseRejectionHandler((reason, promise) => kit.rejected(reason, promise));
  return {};
};
