// Runs a routes file: CommonJS over the lab folder, handlers by pattern, answers made plain.
(host, kit) => {
  'use strict';
  const modules = new Map();
  let factory;
  let routes = {};

  // The text that host.run puts around a file hands its function over here.
  kit.define('minihostModule', made => {
    factory = made;
  });

  const requireFrom = from => specifier => {
    const id = host.resolve(from, String(specifier));
    return id.endsWith('.json') ? parse(id) : load(id);
  };

  const parse = id => {
    try {
      return JSON.parse(host.text(id));
    } catch (thrown) {
      throw new SyntaxError(`${id}: ${thrown.message}`);
    }
  };

  const load = id => {
    if (modules.has(id)) return modules.get(id).exports;
    const module = { exports: {} };
    modules.set(id, module);
    try {
      host.run(id);
      factory.call(module.exports, module, module.exports, requireFrom(id));
    } catch (thrown) {
      modules.delete(id);
      throw thrown;
    }
    return module.exports;
  };

  const refuse = text => {
    throw new TypeError(text);
  };

  return {
    /** Loads the file and gives back its patterns. */
    load(id) {
      routes = load(id);
      if (routes === null || typeof routes !== 'object') {
        refuse(`module.exports is ${kit.inspect(routes)}, not an object of routes`);
      }
      return Object.keys(routes);
    },

    /** The answer of a route that always answers the same, else undefined. */
    constant: pattern => (typeof routes[pattern] === 'function' ? undefined : kit.labAnswer(routes[pattern])),

    /** Answers one request: host.answered or host.failed follows, now or later. */
    answer(number, pattern, parts) {
      const run = async () => {
        const route = routes[pattern];
        const answer = typeof route === 'function' ? await route(kit.labRequest(parts)) : route;
        host.answered(number, kit.labAnswer(answer));
      };
      run().catch(thrown => {
        const [message, stack] = kit.describe(thrown);
        host.failed(number, message, kit.frames(stack));
      });
    },
  };
};
