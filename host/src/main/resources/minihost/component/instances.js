// What `this` is in a component: a thin object over the engine's node.
(host, kit) => {
  'use strict';
  const { glassEasel } = kit;
  const { getPrototypeOf } = Object;
  const nodes = new WeakMap(); // by what the program has for them: it finds no way to the engine

  /** Also of what inherits from an instance. */
  function nodeOf(self) {
    for (let at = self; at; at = getPrototypeOf(at)) if (nodes.has(at)) return nodes.get(at);
    return undefined;
  }
  kit.nodeOf = value => (Object(value) === value && nodeOf(value)) || value;

  /** Lets an object of the program stand for a node. */
  kit.bindNode = (self, node) => {
    nodes.set(self, node);
    return self;
  };

  // A program may set these on its instance, which then hides what the engine says.
  const readable = (proto, name, read) =>
    Object.defineProperty(proto, name, {
      get() {
        return read(nodeOf(this));
      },
      set(value) {
        Object.defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true });
      },
      configurable: true,
    });

  const isComponent = node => glassEasel.Component.isComponent(node);

  /** What selectComponent gives of a node: what it exports, or its instance. */
  function seen(node, by) {
    if (!isComponent(node)) return undefined;
    const self = node.getMethodCaller();
    const given = self[EXPORT];
    return given ? kit.guard(given, self, by) : self;
  }
  const EXPORT = Symbol('export');
  kit.setExport = (proto, f) => Object.defineProperty(proto, EXPORT, { value: f });

  const pageOf = node => {
    let at = node;
    while (at.ownerShadowRoot) at = at.ownerShadowRoot.getHostNode();
    return at;
  };
  kit.rootOf = pageOf;

  // Programs made with Taro write `list.[0]`, which the engine would read as a member without a name.
  const DOT_BEFORE_INDEX = /(?<!\\)\.(?=\[\d)/g;
  const pathOf = key => (key.includes('.[') ? key.replace(DOT_BEFORE_INDEX, '') : key);

  // What is set to the very value that it has is no change, so that an observer of a property may
  // set the property again.
  function copied(self, changes) {
    const { data } = nodeOf(self);
    kit.checkChanges(changes);
    const made = {};
    for (const key of Object.keys(changes)) {
      const value = changes[key];
      made[pathOf(key)] = value === data[key] ? value : kit.copyData(value);
    }
    return made;
  }

  class Instance {
    setData(changes, callback) {
      nodeOf(this).setData(copied(this, changes));
      kit.later(callback, this);
    }

    updateData(changes) {
      nodeOf(this).updateData(copied(this, changes));
    }

    replaceDataOnPath(path, value) {
      nodeOf(this).replaceDataOnPath(path, kit.copyData(value));
    }

    spliceArrayDataOnPath(path, index, del, inserts) {
      nodeOf(this).spliceArrayDataOnPath(path, index, del, kit.copyData(inserts));
    }

    applyDataUpdates() {
      nodeOf(this).applyDataUpdates();
    }

    groupSetData(f) {
      return f?.call(this);
    }

    groupUpdates(f) {
      return nodeOf(this).groupUpdates(() => f.call(this));
    }

    hasBehavior(behavior) {
      const inner = kit.behaviorOf(behavior);
      return inner ? nodeOf(this).hasBehavior(inner) : false;
    }

    triggerEvent(name, detail = {}, options = {}) {
      const { bubbles, composed, capturePhase } = options ?? {};
      nodeOf(this).triggerEvent(name, detail, { bubbles, composed, capturePhase });
    }

    selectComponent(selector) {
      const found = nodeOf(this).getShadowRoot()?.querySelector(String(selector));
      return found ? (seen(found, this) ?? null) : null;
    }

    selectAllComponents(selector) {
      const found = nodeOf(this).getShadowRoot()?.querySelectorAll(String(selector)) ?? [];
      return found.map(node => seen(node, this)).filter(one => one !== undefined);
    }

    selectOwnerComponent() {
      const owner = nodeOf(this).ownerShadowRoot?.getHostNode();
      return owner ? (seen(owner, this) ?? null) : null;
    }

    getRelationNodes(key) {
      return nodeOf(this).getRelationNodes(key).map(node => node.getMethodCaller());
    }

    createSelectorQuery() {
      return kit.components.queries.selectorQuery(this);
    }

    createIntersectionObserver() {
      return kit.components.queries.observer();
    }

    createMediaQueryObserver() {
      return kit.components.queries.observer();
    }

    animate(selector, keyframes, duration, callback) {
      kit.components.animate(this, duration, callback);
    }

    clearAnimation(selector, options, callback) {
      kit.components.clearAnimation(this, options, callback);
    }

    applyAnimatedStyle(selector, updater, config, callback) {
      kit.components.applyAnimatedStyle(this, callback);
    }

    clearAnimatedStyle(selector, styleIds, callback) {
      kit.components.clearAnimatedStyle(this, callback);
    }

    /** Nothing is rendered whose time could be told. */
    setUpdatePerformanceListener() {}

    setPassiveEvent() {}

    getPassiveEvent(callback) {
      kit.later(callback, this, {});
    }

    getPageId() {
      return kit.pageIdOf(pageOf(nodeOf(this)));
    }

    getTabBar(callback) {
      return kit.tabBarOfRoot(pageOf(nodeOf(this)), callback);
    }

    /** What a page has drawn before is kept for its next start: nothing is drawn. */
    setInitialRenderingCache() {}
  }
  readable(Instance.prototype, 'is', node => node.is);
  readable(Instance.prototype, 'id', node => node.id);
  readable(Instance.prototype, 'dataset', node => node.dataset ?? {});
  readable(Instance.prototype, 'data', node => node.data);
  readable(Instance.prototype, 'properties', node => node.data);
  readable(Instance.prototype, 'renderer', () => 'webview');
  readable(Instance.prototype, 'router', () => globalThis.wx);
  readable(Instance.prototype, 'pageRouter', () => globalThis.wx);
  kit.Instance = Instance;
  return {};
};
