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

  /** `{ limits: { request: 5 }, 'rules.udp': 'any' }` as lines of key=value. */
  const laid = (settings, what) => {
    if (settings === null || typeof settings !== 'object' || Array.isArray(settings)) {
      refuse(`${what} wants an object such as { 'limits.request': 5 }, not ${kit.inspect(settings)}`);
    }
    const lines = [];
    const walk = (path, value) => {
      const section = value !== null && typeof value === 'object' && !Array.isArray(value);
      if (section && SECTIONS.includes(path)) {
        for (const [key, member] of Object.entries(value)) walk(`${path}.${key}`, member);
      } else lines.push(`${path}=${JSON.stringify(value)}`);
    };
    for (const [key, value] of Object.entries(settings)) walk(key, value);
    return lines;
  };
  const SECTIONS = ['domains', 'limits', 'rules', 'account', 'device', 'app', 'app.networkTimeout', 'project', 'project.setting'];
  const queryText = query =>
    typeof query === 'string' ? query.replace(/^\?/, '')
      : Object.entries(query).map(([key, value]) => `${key}=${value}`).join('&');

  const answers = new Map(); // by number: an old one may come back when a test ends
  const isPlain = value => value !== null && typeof value === 'object' && !Array.isArray(value);
  const answer = (name, with_) => {
    string(name, 'host.answer');
    if (with_ === undefined || with_ === null) return host.answerWith(name, null);
    if (typeof with_ !== 'function' && !isPlain(with_)) {
      refuse(`host.answer('${name}') wants an object, a function or null, not ${kit.inspect(with_)}`);
    }
    answers.set(++numbers, with_);
    return host.answerWith(name, numbers);
  };

  const clock = Object.freeze({
    /** The run's time, in ms since the epoch. */
    get now() {
      return host.now();
    },
    /** Whether time passes as the wall's does, until the test ends. */
    get real() {
      return host.isReal();
    },
    set real(real) {
      host.setReal(Boolean(real));
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
      host.network('weak', [weak === 'auto' ? 'auto' : weak ? 'on' : 'off']);
    },
    /** A round trip, in ms. */
    get latency() {
      return host.shape().latency;
    },
    set latency(ms) {
      host.network('latency', [String(ms)]);
    },
    /** Bytes per second; 0 for no limit. */
    get bandwidth() {
      const { down, up } = host.shape();
      return { down, up };
    },
    set bandwidth(bandwidth) {
      const { down = 0, up = 0 } = typeof bandwidth === 'number' ? { down: bandwidth, up: bandwidth } : bandwidth;
      host.network('bandwidth', [String(down), String(up)]);
    },
    /** The share of packets that is lost, 0 to 1. */
    get loss() {
      return host.shape().loss;
    },
    set loss(share) {
      host.network('loss', [String(share)]);
    },
    get offline() {
      return host.networkType() === 'none';
    },
    set offline(offline) {
      if (offline) host.setNetwork('none');
      else if (host.networkType() === 'none') host.setNetwork('wifi');
    },
    /** Breaks what leads to a host: dns, refused, reset, timeout, tls; off mends it. */
    fault: (hosts, kind) => host.network('fault', [string(hosts, 'host.network.fault'), string(kind, 'host.network.fault')]),
    /** A network by its name: 2g, slow-3g, 3g, fast-3g, slow-4g, 4g, weak, offline, wifi. */
    preset: name => host.network('preset', [string(name, 'host.network.preset')]),
    /** As it was when the file began. */
    reset: () => host.network('reset', []),
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

  // Failures of exchanges that the program gave nobody to hear; a test may have looked at them.
  const EXCHANGES = ['request', 'uploadFile', 'downloadFile'];
  let unheard = [];
  let looked = false;
  kit.unheard = (api, { url }, { errMsg }) => {
    if (EXCHANGES.includes(api)) unheard.push({ api, url, errMsg });
  };
  const lookedAt = records => {
    looked = true;
    return records;
  };
  kit.begin = () => {
    unheard = [];
    looked = false;
  };
  kit.verdict = () =>
    looked ? [] : unheard.map(({ api, url, errMsg }) =>
      `wx.${api} ${url} failed (${errMsg}) and nobody heard it: the program gave neither fail nor complete; `
      + 'if that is meant, look at host.requests in the test');

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
    /** Lays settings over the program's, for the rest of this test: the keys of minihost.json. */
    config: settings => host.config(laid(settings, 'host.config')),
    /** Ends the program and starts it anew, entered as said, with these settings. */
    relaunch({ path, query = '', scene, settings = {} } = {}) {
      if (path !== undefined) string(path, 'host.relaunch path');
      if (scene !== undefined && !Number.isInteger(scene)) refuse(`host.relaunch scene wants a whole number, not ${kit.inspect(scene)}`);
      return later('relaunch', laid(settings, 'host.relaunch'), path ?? null, queryText(query), scene ?? null);
    },
    /** Suspends the program at once, as five seconds in background do. */
    suspend: () => later('suspend'),
    /** Answers a function of wx: with an object, a function of its options, `{ fail: 'cancel' }`, or null. */
    answer,
    /** Raises an event of `wx` for the program's listeners: `host.raise('onThemeChange', { theme: 'dark' })`. */
    raise(event, data = {}) {
      const [, name] = /^on(\w+)$/.exec(string(event, 'host.raise')) ?? [];
      if (kit.shapes.get(name)?.kind !== 'EVENT') refuse(`host.raise('${event}'): wx has no such event; write it as the program does: onThemeChange`);
      kit.raiseEvent(name, data);
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
      return lookedAt(host.requests());
    },
    get sockets() {
      return host.sockets();
    },
    /** Every call of wx. */
    get calls() {
      return lookedAt(host.calls());
    },
    /** What the rules have refused in this test; whoever reads it has seen them. */
    get refusals() {
      return lookedAt(host.refusals(true));
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

    /** What a test answers a call of wx with. */
    answerCall(number, options) {
      const given = answers.get(number);
      const result = typeof given === 'function' ? given(options) : given;
      if (result === undefined) return {};
      if (!isPlain(result) || typeof result.then === 'function') {
        refuse(`an answer is an object, given at once, not ${kit.inspect(result)}`);
      }
      return result;
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
