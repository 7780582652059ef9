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

  // What drives an element of the framework; it is made up, and says so as it is made (NodesRef.context).
  const CONTEXTS = {
    canvas: node => globalThis.wx.createCanvasContext(kit.tree.attributeOf(node, 'canvas-id') ?? node.id),
    video: node => globalThis.wx.createVideoContext(node.id),
    map: node => globalThis.wx.createMapContext(node.id),
    camera: () => globalThis.wx.createCameraContext(),
    'live-player': node => globalThis.wx.createLivePlayerContext(node.id),
    'live-pusher': () => globalThis.wx.createLivePusherContext(),
  };
  const contextOf = node => (kit.tree.isComponent(node) ? null : (CONTEXTS[kit.tree.tagOf(node)]?.(node) ?? null));

  /** A scroll-view with `enhanced` (ScrollViewContext reference); nothing scrolls. */
  const scrollView = () => ({
    scrollEnabled: true, bounces: true, showScrollbar: true, pagingEnabled: false, fastDeceleration: false, decelerationDisabled: false,
    scrollTo() {}, scrollIntoView() {}, triggerRefresh() {}, closeRefresh() {}, triggerTwoLevel() {}, closeTwoLevel() {},
  });
  const OBJECTS = {
    canvas: node => globalThis.wx.createOffscreenCanvas({ type: kit.tree.attributeOf(node, 'type') ?? '2d', width: 300, height: 150 }),
    'scroll-view': node => (kit.tree.attributeOf(node, 'enhanced') ? scrollView() : null),
  };
  const objects = new WeakMap();

  /** The object that stands for an element, always the same one (NodesRef.node). */
  function objectOf(node) {
    if (kit.tree.isComponent(node)) return null;
    if (!objects.has(node)) objects.set(node, OBJECTS[kit.tree.tagOf(node)]?.(node) ?? null);
    return objects.get(node);
  }

  function factsOf(node, fields) {
    const facts = {};
    if (fields.id) facts.id = node?.id ?? '';
    if (fields.dataset) facts.dataset = node?.dataset ?? {};
    if (fields.mark) facts.mark = node?.collectMarks() ?? {};
    if (fields.rect) Object.assign(facts, RECT);
    if (fields.size) Object.assign(facts, SIZE);
    if (fields.scrollOffset) Object.assign(facts, SCROLL);
    for (const name of fields.properties ?? []) facts[camel(name)] = node && kit.tree.attributeOf(node, name);
    for (const name of fields.computedStyle ?? []) facts[name] = null;
    if (fields.context) facts.context = node ? contextOf(node) : null;
    if (fields.node) facts.node = node ? objectOf(node) : null;
    return facts;
  }

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
