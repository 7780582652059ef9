// Replaces what the host's own JavaScript might use of the language, and keeps all that passes by.
const seen = new Set();
const { ownKeys, getOwnPropertyDescriptor: descriptor, getPrototypeOf, apply } = Reflect;
const { define, set: put } = { define: Object.defineProperty, set: Set.prototype.add };
let busy = false;

function keep(...values) {
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value !== null && (typeof value === 'object' || typeof value === 'function')) apply(put, seen, [value]);
  }
}

function wrap(owner, key) {
  const own = descriptor(owner, key);
  if (!own || !own.configurable || typeof own.value !== 'function' || key === 'constructor') return;
  const native = own.value;
  const spy = function (...args) {
    if (!busy) {
      busy = true;
      try {
        keep(this, args);
        for (let i = 0; i < args.length; i++) keep(args[i]);
      } finally {
        busy = false;
      }
    }
    return new.target ? Reflect.construct(native, args, new.target) : apply(native, this, args);
  };
  define(owner, key, { ...own, value: spy });
}

const Iterators = [[][Symbol.iterator](), new Map()[Symbol.iterator](), new Set()[Symbol.iterator]()].map(getPrototypeOf);
const owners = [
  Object, Array, Promise, JSON, String, Number, Symbol, Math,
  Object.prototype, Array.prototype, Map.prototype, Set.prototype, WeakMap.prototype, Promise.prototype,
  String.prototype, RegExp.prototype, Error.prototype, Number.prototype, Date.prototype, ArrayBuffer.prototype,
  ...Iterators,
];
exports.replace = () => {
  const { Reflect: R } = globalThis;
  const functionMembers = ['apply', 'call', 'bind', 'toString', Symbol.hasInstance];
  for (const owner of owners) for (const key of ownKeys(owner)) wrap(owner, key);
  for (const key of ownKeys(R)) if (key !== 'apply' && key !== 'construct') wrap(R, key);
  for (const key of functionMembers) wrap(Function.prototype, key);
  // What is assigned to, or read from, an object that lacks it.
  for (const key of ['options', 'listeners', 'finish', 'prepare', 'resolve', 'reject', 'success', 'fail', 'complete',
    'exports', 'errMsg', 'url', 'data', 'then', 'show', 'hide', 'onShow', 'kit', 'host', 'guard', 'raise', 'apply']) {
    const hidden = new WeakMap();
    define(Object.prototype, key, {
      configurable: true,
      get() { if (!busy) { busy = true; keep(this); busy = false } return undefined },
      set(value) {
        if (!busy) { busy = true; keep(this, value); busy = false }
        define(this, key, { value, writable: true, enumerable: true, configurable: true });
      },
    });
  }
};

/** A function of Java is no ordinary object: its keys cannot be listed. */
const isForeign = value => {
  try {
    ownKeys(value);
    return false;
  } catch {
    return true;
  }
};

exports.kept = () => seen.size;

/** What of the host can be reached from all that was kept, in words. */
exports.found = () => {
  busy = true;
  const all = new Set();
  const walk = [...seen].map(value => ['', value]);
  const found = new Set();
  while (walk.length) {
    const [path, value] = walk.pop();
    if (value === null || (typeof value !== 'object' && typeof value !== 'function') || all.has(value)) continue;
    all.add(value);
    if (isForeign(value)) {
      found.add(`a function of Java, by ${path}`);
      continue;
    }
    const keys = ownKeys(value);
    if (keys.includes('guard') && keys.includes('describe')) found.add(`the kit, by ${path}`);
    for (const key of keys) {
      const own = descriptor(value, key);
      if (own && 'value' in own) walk.push([`${path}.${String(key)}`, own.value]);
    }
    walk.push([`${path}.__proto__`, getPrototypeOf(value)]);
    if (value instanceof Map) for (const [k, v] of value) walk.push([`${path}[key]`, k], [`${path}[value]`, v]);
    if (value instanceof Set) for (const v of value) walk.push([`${path}[item]`, v]);
  }
  return [...found];
};
