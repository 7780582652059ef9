// Page instances: what `this` is in a page, and the pages that are open.
(host, kit) => {
  'use strict';
  const EMPTY = kit.pageDefinition({});
  const open = new Map();
  let stack = [];

  const hasPage = page => stack.includes(page);
  const leave = page => {
    stack = stack.filter(other => other !== page);
  };

  function setData(entry, changes, callback) {
    if (changes === null || typeof changes !== 'object') {
      throw new TypeError(`setData takes an object instead of ${kit.inspect(changes)}`);
    }
    const { page, definition } = entry;
    const paths = [];
    for (const path of Object.keys(changes)) {
      const keys = kit.parsePath(path);
      kit.setPath(page.data, keys, kit.copyData(changes[path]));
      paths.push(keys);
    }
    entry.tree?.changed(page, paths);
    if (definition.observers.length) kit.observe(page, definition, paths);
    if (typeof callback === 'function') kit.nextTurn(() => kit.guard(callback, page));
  }

  const pageId = id => `pageId:${id}`;
  const select = (entry, what, ...args) => {
    const { page } = treeOf(entry);
    return kit.Instance.prototype[what].apply(page, args);
  };

  const builtIns = (entry, id, channel) => ({
    setData: (changes, callback) => setData(entry, changes, callback),
    groupSetData: f => f?.(),
    getOpenerEventChannel: () => channel,
    getPageId: () => pageId(id),
    triggerEvent() {},
    selectComponent: selector => select(entry, 'selectComponent', selector),
    selectAllComponents: selector => select(entry, 'selectAllComponents', selector),
    createSelectorQuery: () => kit.components.queries.selectorQuery(entry.page),
    createIntersectionObserver: () => kit.components.queries.observer(),
    createMediaQueryObserver: () => kit.components.queries.observer(),
    animate: (...args) => select(entry, 'animate', ...args),
    clearAnimation: (...args) => select(entry, 'clearAnimation', ...args),
    getTabBar: () => null,
  });

  const facts = (route, query) => ({ is: route, route, __route__: route, options: query, renderer: 'webview' });

  function create(definition, id, route, query, channel) {
    const entry = { definition, id };
    if (definition.component) return createComponent(entry, route, query, kit.takeChannel(channel));
    const page = (entry.page = {});
    Object.assign(page, builtIns(entry, id, kit.takeChannel(channel)));
    kit.addMembers(page, definition.members);
    Object.assign(page, facts(route, query));
    page.data = kit.initialData(definition);
    if (kit.components.hasComponents(route)) treeOf(entry);
    return entry;
  }

  function createComponent(entry, route, query, channel) {
    const properties = kit.queryProperties(entry.definition.component, query);
    const made = kit.components.engine.pageOf(route, pageId(entry.id), properties);
    Object.assign(made.page, facts(route, query), { getOpenerEventChannel: () => channel });
    return { ...entry, definition: EMPTY, ...made };
  }

  /** The tree of a page, made when something first asks for it. */
  function treeOf(entry) {
    const { page, id } = entry;
    if (entry.tree) return entry;
    const { engine } = kit.components;
    entry.tree = engine.viewOf(page, page.route, pageId(id), path => {
      if (entry.definition.observers.length) kit.observe(page, entry.definition, [path]);
    });
    kit.bindNode(page, entry.tree.node);
    if (entry.attached) {
      entry.tree.attach();
      entry.tree.ready();
    }
    return entry;
  }

  const entryOf = page => [...open.values()].find(entry => entry.page === page);

  /** The node of a page, whose tree is made if need be, or of a component; undefined for others. */
  kit.nodeOfInstance = self => {
    const entry = entryOf(self);
    if (entry) return treeOf(entry).tree.node;
    return kit.nodeOf && kit.nodeOf(self) !== self ? kit.nodeOf(self) : undefined;
  };

  /** The root node of a page's tree. */
  kit.treeOfPage = page => treeOf(entryOf(page)).tree.node;

  /** The elements that a selector finds, those within components as well. */
  kit.elementsOf = (page, selector) => {
    const root = kit.treeOfPage(page);
    return kit.tree.find(root, selector);
  };

  const call = (page, method, ...args) => {
    if (typeof page[method] === 'function') kit.guard(page[method], page, ...args);
  };
  const callAll = ({ page, definition }, name) => {
    for (const f of definition.hooks[name] ?? []) kit.guard(f, page);
  };

  const steps = {
    LOAD(entry) {
      stack = [...stack, entry.page];
      callAll(entry, 'created');
      callAll(entry, 'attached');
      entry.attached = true;
      entry.tree?.attach();
      call(entry.page, 'onLoad', entry.page.options);
    },
    SHOW(entry) {
      if (!hasPage(entry.page)) stack = [...stack, entry.page];
      callAll(entry, 'show');
      entry.tree?.show();
      call(entry.page, 'onShow');
    },
    READY(entry) {
      entry.tree?.ready();
      callAll(entry, 'ready');
      call(entry.page, 'onReady');
    },
    HIDE(entry) {
      call(entry.page, 'onHide');
      callAll(entry, 'hide');
      entry.tree?.hide();
    },
    UNLOAD(entry, id) {
      call(entry.page, 'onUnload');
      callAll(entry, 'detached');
      entry.tree?.detach();
      leave(entry.page);
      open.delete(id);
    },
    KEEP(entry) {
      leave(entry.page);
    },
  };

  kit.define('getCurrentPages', function getCurrentPages() {
    return [...stack];
  });

  /** The instance behind an id. */
  kit.pageOf = id => open.get(id)?.page;

  /** Makes the instance of a page that is about to load. */
  kit.openPage = (definition = EMPTY, id, route, query, channel) => {
    const made = kit.guard(create, undefined, definition, id, route, query, channel);
    open.set(id, made ?? create(EMPTY, id, route, query, channel));
  };

  return {
    step(name, id) {
      steps[name](open.get(id), id);
    },
    /** Calls a hook that is no step of the page's life, if the page is open and has it. */
    hook(id, name) {
      if (open.has(id)) call(open.get(id).page, name);
    },
  };
};
