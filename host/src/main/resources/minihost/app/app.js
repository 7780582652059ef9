// App, getApp, Page, Component and Behavior, and what a program is told of its life as a whole.
(host, kit) => {
  'use strict';
  const FRAME_MS = 1000 / 60;
  const definitions = new Map(); // by route
  const turns = [];
  let launch;
  let app; // what getApp() gives: not before App() has returned
  let instance; // the same object, from the moment App() begins
  let registered = false; // App() has been called
  let loading; // the route whose file is being run
  let telling = false;
  let over = false; // another life of the program has begun, or none will

  const optionsOf = plain => ({ ...plain, shareTicket: undefined });
  const callApp = (hook, ...args) => {
    if (typeof instance?.[hook] === 'function') kit.guard(instance[hook], instance, ...args);
  };

  /** Runs `f` after what runs now, as a turn of its own. */
  kit.nextTurn = f => {
    turns.push(f);
    host.later();
  };

  /** Calls a callback, if it is one, in a turn of its own. */
  kit.later = (f, self, ...args) => {
    if (typeof f === 'function') kit.nextTurn(() => kit.guard(f, self, ...args));
  };

  function showApp(options) {
    callApp('onShow', options);
    kit.raiseEvent('AppShow', options);
    kit.raiseEvent('Show', options);
  }

  kit.define('App', function App(options = {}) {
    if (registered) return host.appRegisteredTwice();
    registered = true;
    instance ??= {};
    for (const key in options) {
      const value = options[key];
      instance[key] = typeof value === 'function' ? value.bind(instance) : value;
    }
    callApp('onLaunch', optionsOf(launch));
    showApp(optionsOf(launch));
    app = instance;
    return undefined;
  });

  // With allowDefault, a library gets the object that App() will fill.
  kit.define('getApp', function getApp(options) {
    if (app || !options?.allowDefault) return app;
    instance ??= {};
    return instance;
  });

  function register(kind, options, definitionOf) {
    if (options === null || typeof options !== 'object') {
      throw new TypeError(`${kind}() takes an object instead of ${kit.inspect(options)}`);
    }
    if (definitions.has(loading)) throw new Error(`Please do not register multiple Pages in ${loading}.js`);
    definitions.set(loading, definitionOf(kit.filterDefinition(options)));
  }

  kit.define('Page', function Page(options = {}) {
    if (loading === undefined) {
      throw new Error('Page() was called outside a page: list the file in pages of app.json, or call it from one');
    }
    register('Page', options, kit.pageDefinition);
  });

  kit.definitionOf = route => definitions.get(route);

  kit.define('Component', function Component(options = {}) {
    // Outside a page or component file there is nothing that it could be used as.
    if (loading !== undefined) register('Component', options, component => ({ component }));
  });

  kit.define('Behavior', function Behavior(options = {}) {
    return kit.filterDefinition(options);
  });

  // An error in an error hook is reported and not told again.
  function tell(f) {
    if (telling || over) return;
    telling = true;
    try {
      f();
    } finally {
      telling = false;
    }
  }
  function tellError(text) {
    tell(() => {
      callApp('onError', text);
      kit.raiseEvent('Error', text);
    });
  }
  kit.errorListeners.push(thrown => {
    const [head, stack] = kit.describe(thrown);
    tellError([head, kit.frames(stack)].filter(Boolean).join('\n'));
  });
  kit.rejectionListeners.push((reason, promise) =>
    tell(() => {
      callApp('onUnhandledRejection', { reason, promise });
      kit.raiseEvent('UnhandledRejection', { reason, promise });
    }),
  );

  kit.launchOptions = optionsOf;

  function answer(ticket, f) {
    const failed = thrown => host.answered(ticket, false, kit.describe(thrown)[0]);
    try {
      const result = kit.watched(f, undefined, []);
      if (typeof result?.then !== 'function') return host.answered(ticket, true, kit.plain(result));
      Promise.resolve(result).then(
        value => host.answered(ticket, true, kit.plain(value)),
        thrown => {
          failed(thrown);
          throw thrown; // stays unhandled for the program, as it is on a phone
        },
      );
    } catch (thrown) {
      failed(thrown);
      kit.report(thrown);
    }
    return undefined;
  }

  function elementOf(page, selector) {
    if (!page) throw new Error('no page is open');
    const [node] = kit.elementsOf(page, selector);
    if (!node) throw new Error(`no element of ${page.route} is ${selector}`);
    return node;
  }

  function method(self, name, what) {
    if (typeof self?.[name] !== 'function') throw new TypeError(`${what} has no method '${name}'`);
    return self[name];
  }

  return {
    /** A mini game has none of what makes pages, and `GameGlobal` (sheet 9.2). */
    playGame() {
      for (const name of ['App', 'getApp', 'Page', 'Component', 'Behavior', 'getCurrentPages']) delete globalThis[name];
      kit.define('GameGlobal', globalThis);
      // A game lives by its frames, also where none is seen.
      const { setTimeout, clearTimeout, Date } = globalThis;
      const began = Date.now();
      kit.define('requestAnimationFrame', f => setTimeout(() => f(Date.now() - began), FRAME_MS));
      kit.define('cancelAnimationFrame', id => clearTimeout(id));
      // By this adapters know that the tools' own `window` is not there to be redefined.
      kit.define('__devtoolssubcontext', true);
    },
    launching(options) {
      launch = options;
    },
    /** After app.js has run, whether or not it called App(). */
    launched() {
      if (!registered) showApp(optionsOf(launch));
    },
    show(options) {
      showApp(optionsOf(options));
    },
    hide() {
      callApp('onHide', {});
      kit.raiseEvent('AppHide', {});
      kit.raiseEvent('Hide', {});
    },
    pageNotFound(event) {
      callApp('onPageNotFound', event);
      kit.raiseEvent('PageNotFound', event);
    },
    tellError,
    over() {
      over = true;
    },
    begin(route) {
      loading = route;
    },
    /** Whether the file that has run registered its page. */
    end() {
      const route = loading;
      loading = undefined;
      return definitions.has(route);
    },
    open(id, route, query, channel) {
      kit.openPage(definitions.get(route), id, route, query, channel);
    },
    nextTurn() {
      kit.guard(turns.shift());
    },
    callPage(ticket, id, name, args) {
      const page = kit.pageOf(id);
      answer(ticket, () => method(page, name, `page ${page?.route}`).apply(page, args));
    },
    callApp(ticket, name, args) {
      answer(ticket, () => method(app, name, 'the app').apply(app, args));
    },
    /** Taps the first element of a selector, and names it; that there is none is no error of the program. */
    tap(ticket, id, selector) {
      let node;
      try {
        node = elementOf(kit.pageOf(id), selector);
      } catch (thrown) {
        host.answered(ticket, false, thrown.message);
        return;
      }
      answer(ticket, () => {
        kit.tree.tap(node);
        return kit.tree.head(node);
      });
    },
    /** The elements of a page, a line each. */
    outline(id) {
      const page = kit.pageOf(id);
      if (!page) return null;
      const roots = kit.treesOfPage(page);
      return roots.map(root => kit.tree.outline(root)).filter(Boolean).join('\n');
    },
    pageData: id => kit.plain(kit.pageOf(id)?.data),
  };
};
