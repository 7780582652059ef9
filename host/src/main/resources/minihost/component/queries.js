// Questions about a page that has no screen: what the tree knows is answered, sizes and places are
// null (SelectorQuery and IntersectionObserver reference).
(host, kit) => {
  'use strict';
  const RECT = { left: null, top: null, right: null, bottom: null };
  const SIZE = { width: null, height: null };
  const SCROLL = { scrollLeft: null, scrollTop: null };
  const isFunction = f => typeof f === 'function';
  const currentPage = () => globalThis.getCurrentPages().at(-1);

  /** The root that a selector begins at; undefined where nothing can be found. */
  function scopeOf(self) {
    if (!self) return undefined;
    const node = kit.nodeOfInstance(self);
    return node?.getShadowRoot?.();
  }

  const camel = name => name.replace(/-(.)/g, (all, c) => c.toUpperCase());

  function factsOf(node, fields) {
    const facts = {};
    if (fields.id) facts.id = node?.id ?? '';
    if (fields.dataset) facts.dataset = node?.dataset ?? {};
    if (fields.mark) facts.mark = node?.collectMarks() ?? {};
    if (fields.rect) Object.assign(facts, RECT);
    if (fields.size) Object.assign(facts, SIZE);
    if (fields.scrollOffset) Object.assign(facts, SCROLL);
    for (const name of fields.properties ?? []) facts[camel(name)] = node && kit.tree.attributeOf(node, name);
    for (const name of fields.computedStyle ?? []) facts[name] = node ? '' : null; // programs cut it as text
    if (fields.context) facts.context = contextOf(node);
    if (fields.node) facts.node = objectOf(node);
    return facts;
  }

  const wx = new Proxy({}, { get: (_, name) => kit.functions.get(name) });
  function object(name) {
    kit.scriptOf('createVideoContext'); // loads the script that has them all
    return kit.madeUpObject(name);
  }

  /** What an element is worked by, by its tag: made up, once for each, and noted as such. */
  function once(makers) {
    const known = new WeakMap();
    return node => {
      const tag = node && kit.tree.tagOf(node);
      if (!Object.hasOwn(makers, tag)) return null;
      if (!known.has(node)) known.set(node, makers[tag](node));
      return known.get(node);
    };
  }
  const contextOf = once({
    canvas: node => wx.createCanvasContext(kit.tree.attributeOf(node, 'canvas-id') ?? node.id),
    video: node => wx.createVideoContext(node.id),
    map: node => wx.createMapContext(node.id),
    camera: () => wx.createCameraContext(),
    'live-player': node => wx.createLivePlayerContext(node.id),
    'live-pusher': () => wx.createLivePusherContext(),
    editor: () => object('EditorContext'),
  });
  const objectOf = once({
    canvas: node => wx.createOffscreenCanvas({ type: kit.tree.attributeOf(node, 'type') }),
    'scroll-view': node => (kit.tree.attributeOf(node, 'enhanced') ? object('ScrollViewContext') : null),
  });

  class NodesRef {
    #query;
    #find;

    constructor(query, find) {
      this.#query = query;
      this.#find = find;
    }

    fields(fields, callback) {
      return this.#query.ask(this.#find, fields ?? {}, callback);
    }

    boundingClientRect(callback) {
      return this.fields({ id: true, dataset: true, rect: true, size: true }, callback);
    }

    scrollOffset(callback) {
      return this.fields({ id: true, dataset: true, scrollOffset: true }, callback);
    }

    context(callback) {
      return this.fields({ context: true }, callback);
    }

    node(callback) {
      return this.fields({ node: true }, callback);
    }

    ref(callback) {
      return this.fields({ node: true }, callback);
    }
  }

  class SelectorQuery {
    #self;
    #page = currentPage();
    #asked = [];

    constructor(self) {
      this.#self = self;
    }

    in(component) {
      this.#self = component;
      return this;
    }

    select(selector) {
      return new NodesRef(this, (scope, answer) => {
        const node = scope?.querySelector(String(selector));
        return node ? answer(node) : null;
      });
    }

    selectAll(selector) {
      return new NodesRef(this, (scope, answer) => (scope?.querySelectorAll(String(selector)) ?? []).map(answer));
    }

    selectViewport() {
      return new NodesRef(this, (scope, answer) => answer(undefined));
    }

    /** Notes a question; for NodesRef. */
    ask(find, fields, callback) {
      this.#asked.push({ find, fields, callback, self: this.#self });
      return this;
    }

    exec(callback) {
      const asked = this.#asked;
      const page = this.#page ?? currentPage();
      this.#asked = [];
      kit.nextTurn(() => {
        const answers = asked.map(({ find, fields, self }) =>
          find(scopeOf(self ?? page), node => factsOf(node, fields)),
        );
        asked.forEach((one, i) => isFunction(one.callback) && kit.guard(one.callback, one.self, answers[i]));
        if (isFunction(callback)) kit.guard(callback, undefined, answers);
      });
      return this;
    }
  }

  /** Without places nothing is ever seen to cross anything. */
  class Observer {
    relativeTo() {
      return this;
    }

    relativeToViewport() {
      return this;
    }

    observe() {}

    disconnect() {}
  }

  kit.queries = {
    selectorQuery: self => new SelectorQuery(self),
    observer: () => new Observer(),
  };
  return {};
};
