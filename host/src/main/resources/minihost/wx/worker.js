// The arguments of createWorker and of its Worker, and what its listeners are given. What crosses is JSON, and
// buffers with their views, all copied; the worker's own side packs and unpacks with the same functions.
(host, kit) => {
  'use strict';
  const VIEW = '$minihostView';
  const views = [Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array];
  const isData = value => typeof value !== 'function' && typeof value !== 'symbol' && value !== undefined;

  kit.pack = value => {
    if (!isData(value)) return null;
    if (value === null || typeof value !== 'object') return typeof value === 'bigint' ? String(value) : value;
    if (value instanceof ArrayBuffer) return value;
    const view = views.findIndex(type => value instanceof type);
    if (view >= 0) return { [VIEW]: view, buffer: value.slice().buffer };
    if (Array.isArray(value)) return value.map(kit.pack);
    if (typeof value.toJSON === 'function') return kit.pack(value.toJSON());
    return Object.fromEntries(Object.entries(value).filter(([, v]) => isData(v)).map(([k, v]) => [k, kit.pack(v)]));
  };

  kit.unpack = value => {
    if (value === null || typeof value !== 'object' || value instanceof ArrayBuffer) return value;
    if (Array.isArray(value)) return value.map(kit.unpack);
    if (Object.hasOwn(value, VIEW)) return new views[value[VIEW]](value.buffer);
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, kit.unpack(v)]));
  };
  return kit.script('worker.js', {
    createWorker: {
      prepare(path, options) {
        if (kit.tag(path) !== 'String') {
          throw new Error(`createWorker:fail parameter error: parameter should be String instead of ${kit.tag(path)};`);
        }
        return { path, useExperimentalWorker: options?.useExperimentalWorker === true };
      },
      methods: { postMessage: message => ({ message: kit.pack(message) }), terminate: () => ({}) },
      events: { message: ({ message }) => kit.unpack(message) },
    },
  });
};
