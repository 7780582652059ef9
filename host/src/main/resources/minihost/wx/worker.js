// The arguments of createWorker and of its Worker, and what its listeners are given.
(host, kit) =>
  kit.script('worker.js', {
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
