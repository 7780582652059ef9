// `host`: what a test does to the phone, the network and time, and what it sees of them.
(host, kit) => {
  'use strict';
  const { jest } = kit;
  const waiting = new Map();
  let numbers = 0;

  /** A promise that Java settles: host.js's `settle` follows. */
  const later = (what, ...args) =>
    new Promise((resolve, reject) => {
      const number = ++numbers;
      waiting.set(number, { resolve, reject });
      try {
        host[what](number, ...args);
      } catch (thrown) {
        waiting.delete(number);
        throw thrown;
      }
    });

  const refuse = text => {
    throw new TypeError(text);
  };
  const string = (value, what) =>
    typeof value === 'string' ? value : refuse(`${what} wants text, not ${kit.inspect(value)}`);
  const milliseconds = (value, what) =>
    Number.isFinite(value) && value >= 0 ? value : refuse(`${what} wants milliseconds, not ${kit.inspect(value)}`);

  const handles = new WeakMap();
  class PageHandle {
    #page;

    constructor(page) {
      this.#page = page;
    }

    /** The Page itself. */
    get instance() {
      return this.#page;
    }

    get route() {
      return this.#page.route;
    }

    get options() {
      return this.#page.options;
    }

    get data() {
      return this.#page.data;
    }

    setData(data) {
      return new Promise(done => this.#page.setData(data, done));
    }

    /** Calls a method of the page, as an event of its WXML would. */
    call(method, ...args) {
      const f = this.#page[string(method, 'page.call')];
      if (typeof f !== 'function') refuse(`the page ${this.route} has no method "${method}"`);
      return f.apply(this.#page, args);
    }

    /** The first element of a selector, those within components included; null without one. */
    $(selector) {
      return this.$$(selector)[0] ?? null;
    }

    $$(selector) {
      return kit.elementsOf(this.#page, string(selector, 'page.$')).map(kit.elementHandle);
    }

    /** Taps the first element of a selector. */
    tap(selector) {
      return this.#element(selector).tap();
    }

    /** Raises an event at the first element of a selector. */
    trigger(selector, type, detail, options) {
      return this.#element(selector).trigger(string(type, 'page.trigger'), detail, options);
    }

    #element(selector) {
      return this.$(selector) ?? refuse(`no element of the page ${this.route} is "${selector}"`);
    }

    [Symbol.for('nodejs.util.inspect.custom')]() {
      return `Page ${this.route}`;
    }
  }

  const handleOf = page => {
    if (!handles.has(page)) handles.set(page, new PageHandle(page));
    return handles.get(page);
  };
  const currentPage = () => {
    const page = globalThis.getCurrentPages().at(-1);
    return page && handleOf(page);
  };
  const go = async (how, target) => {
    await later('navigate', how, target);
    await later('idle');
    return currentPage();
  };
  const absolute = url => (string(url, 'a page').startsWith('/') ? url : `/${url}`);

  const clock = Object.freeze({
    /** The run's time, in ms since the epoch. */
    get now() {
      return host.now();
    },
    /** Moves time; what is due on the way runs, each at its own moment. */
    advance: ms => later('advance', milliseconds(ms, 'host.clock.advance')),
    /** Moves time until no timer is left; an interval never ends, so there is a limit, in ms. */
    runAll: (limit = 3_600_000) => later('runAll', milliseconds(limit, 'host.clock.runAll')),
  });

  const network = Object.freeze({
    get type() {
      return host.networkType();
    },
    set type(type) {
      host.setNetwork(string(type, 'host.network.type'));
    },
    /** Whether it is weak; set to 'auto', the run's traffic tells. */
    get weak() {
      return host.isWeak();
    },
    set weak(weak) {
      host.setWeak(weak === 'auto' ? 'AUTO' : weak ? 'ON' : 'OFF');
    },
    /** The phone's proxy as host:port, or null. */
    get proxy() {
      return host.proxy();
    },
    set proxy(proxy) {
      host.setProxy(proxy === null ? null : string(proxy, 'host.network.proxy'));
    },
  });

  const callable = answer => (typeof answer === 'function' ? answer : () => answer);
  const routes = new Map();
  const lab = Object.freeze({
    /** Answers a route of the lab from now on: an answer as in lab/routes.js, or a function. */
    route(pattern, answer) {
      const handler = callable(answer);
      if (typeof answer !== 'function') kit.labAnswer(answer);
      routes.set(string(pattern, 'host.lab.route'), handler);
      host.route(pattern);
    },
    /** Waits until this many requests have reached a route of the lab. */
    received: (pattern, count) => later('received', string(pattern, 'host.lab.received'), count),
    /** Requests that have reached the lab, oldest first; of one route, or all. */
    requests: pattern => host.labRequests(pattern ?? null).map(kit.labRequest),
  });

  const api = {
    /** Opens a page as if the program were entered by it, and waits until nothing is under way. */
    open: url => go('reLaunch', absolute(url)),
    navigateTo: url => go('navigateTo', absolute(url)),
    redirectTo: url => go('redirectTo', absolute(url)),
    switchTab: url => go('switchTab', absolute(url)),
    navigateBack: (delta = 1) => go('navigateBack', delta),
    /** The page on top. */
    get page() {
      return currentPage();
    },
    get pages() {
      return globalThis.getCurrentPages().map(handleOf);
    },
    get app() {
      return globalThis.getApp();
    },
    background: () => host.background(),
    foreground: () => host.foreground(),
    destroy: () => host.destroy(),
    /** foreground, background, suspended or destroyed. */
    get state() {
      return host.state();
    },
    /** Waits until no call is under way and no turn waits. */
    idle: () => later('idle'),
    clock,
    network,
    lab,
    /** Calls of wx.request, uploadFile, downloadFile and the cloud: url, method, decision, end. */
    get requests() {
      return host.requests();
    },
    get sockets() {
      return host.sockets();
    },
    /** Every call of wx. */
    get calls() {
      return host.calls();
    },
    /** What the rules have refused in this test; whoever reads it has seen them. */
    get refusals() {
      return host.refusals(true);
    },
    /** What the program wrote to its console in this test. */
    get logs() {
      return host.logs();
    },
  };
  kit.define('host', Object.freeze(api));

  const isHost = (received, matcher) => {
    if (received !== api) refuse(`expect(…).${matcher} is for host: expect(host).${matcher}(…)`);
  };
  const matches = (pattern, url) =>
    pattern instanceof RegExp ? pattern.test(url) : typeof pattern === 'string' ? url.includes(pattern)
      : Boolean(pattern?.asymmetricMatch?.(url));
  const listed = all => (all.length ? all.map(one => `\n  ${one}`).join('') : ' nothing');

  jest.expect.extend({
    /** A call went out to a URL with this text in it; how often, if it matters. */
    toHaveRequested(received, url, times) {
      isHost(received, 'toHaveRequested');
      const all = api.requests;
      const found = all.filter(call => matches(url, call.url ?? ''));
      const pass = times === undefined ? found.length > 0 : found.length === times;
      const wanted = `${this.utils.printExpected(url)}${times === undefined ? '' : ` ${times} times, not ${found.length}`}`;
      return {
        pass,
        message: () => `expected host ${this.isNot ? 'not ' : ''}to have requested ${wanted}; it requested${listed(all.map(c => c.url))}`,
      };
    },
    /** A call was refused by this rule, or by any. */
    toHaveBeenRefused(received, rule) {
      isHost(received, 'toHaveBeenRefused');
      const all = api.refusals;
      const pass = all.some(refusal => rule === undefined || refusal.rule === rule);
      return {
        pass,
        message: () => `expected host ${this.isNot ? 'not ' : ''}to have been refused${rule === undefined ? '' : ` by ${this.utils.printExpected(rule)}`}; `
          + `refused was${listed(all.map(r => `${r.rule} ${r.api} ${r.url}: ${r.why}`))}`,
      };
    },
  });

  return {
    settle(number, ok, value) {
      const { resolve, reject } = waiting.get(number);
      waiting.delete(number);
      if (ok) resolve(value ?? undefined);
      else reject(new Error(value));
    },

    /** Answers a request of the lab: host.answered or host.failed follows, now or later. */
    answer(number, pattern, parts) {
      const run = async () => kit.labAnswer(await routes.get(pattern)(kit.labRequest(parts)));
      run().then(
        answer => host.answered(number, answer),
        thrown => host.failed(number, kit.describe(thrown)[0]));
    },
  };
};
