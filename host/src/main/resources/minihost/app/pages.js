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
    kit.checkChanges(changes);
    const { page, definition } = entry;
    const paths = [];
    for (const path of Object.keys(changes)) {
      const keys = kit.parsePath(path);
      kit.setPath(page.data, keys, kit.copyData(changes[path]));
      paths.push(keys);
    }
    entry.tree?.changed(page, paths);
    if (definition.observers.length) kit.observe(page, definition, paths);
    kit.later(callback, page);
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
    animate: (selector, keyframes, duration, callback) => kit.components.animate(entry.page, duration, callback),
    clearAnimation: (selector, options, callback) => kit.components.clearAnimation(entry.page, options, callback),
    getTabBar: callback => tabBarOf(entry, callback),
    selectOwnerComponent: () => null,
    applyAnimatedStyle: (selector, updater, config, callback) => kit.components.applyAnimatedStyle(entry.page, callback),
    clearAnimatedStyle: (selector, styleIds, callback) => kit.components.clearAnimatedStyle(entry.page, callback),
    setUpdatePerformanceListener() {},
    setPassiveEvent() {},
    setInitialRenderingCache() {},
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
    return Object.assign(entry, { definition: EMPTY }, made);
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

  /** The tab bar of a tab page, which each has to itself (custom tab bar guide). */
  function makeTabBar(entry, id, route) {
    const bar = kit.components.tabBarOf(route);
    if (bar) entry.tabBar = kit.components.engine.besides(bar, pageId(id));
  }

  /** With a callback it is told later, as Skyline does. */
  function tabBarOf(entry, callback) {
    const bar = entry?.tabBar?.instance ?? null;
    if (bar) kit.later(callback, entry.page, bar);
    return bar;
  }

  /** The same of a component, by the root that it is in. */
  kit.tabBarOfRoot = (root, callback) =>
    tabBarOf([...open.values()].find(({ tree, tabBar }) => tree?.node === root || tabBar?.tree.node === root), callback);

  /** The trees of an entry: the page's own, and its tab bar's. */
  const trees = entry => [entry.tree, entry.tabBar?.tree].filter(Boolean);

  const entryOf = page => [...open.values()].find(entry => entry.page === page);

  /** The node of a page, whose tree is made if need be, or of a component; undefined for others. */
  kit.nodeOfInstance = self => {
    const entry = entryOf(self);
    if (entry) return treeOf(entry).tree.node;
    return kit.nodeOf && kit.nodeOf(self) !== self ? kit.nodeOf(self) : undefined;
  };

  /** The root nodes of a page's tree and of its tab bar's. */
  kit.treesOfPage = page => trees(treeOf(entryOf(page))).map(tree => tree.node);

  /** The elements that a selector finds, those within components as well. */
  kit.elementsOf = (page, selector) => kit.treesOfPage(page).flatMap(root => kit.tree.find(root, selector));

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
      for (const tree of trees(entry)) tree.attach();
      call(entry.page, 'onLoad', entry.page.options);
    },
    SHOW(entry) {
      if (!hasPage(entry.page)) stack = [...stack, entry.page];
      callAll(entry, 'show');
      for (const tree of trees(entry)) tree.show();
      call(entry.page, 'onShow');
      if (entry.fresh) kit.routes.afterLoad(entry.page);
      entry.fresh = false;
    },
    READY(entry) {
      for (const tree of trees(entry)) tree.ready();
      callAll(entry, 'ready');
      call(entry.page, 'onReady');
    },
    HIDE(entry) {
      call(entry.page, 'onHide');
      callAll(entry, 'hide');
      for (const tree of trees(entry)) tree.hide();
    },
    UNLOAD(entry, id) {
      kit.routes.beforeUnload(entry.page);
      call(entry.page, 'onUnload');
      callAll(entry, 'detached');
      for (const tree of trees(entry)) tree.detach();
      leave(entry.page);
      open.delete(id);
      kit.routes.afterUnload(entry.page);
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
    kit.routes.beforeLoad(route, query);
    const made = kit.guard(create, undefined, definition, id, route, query, channel) ?? create(EMPTY, id, route, query, channel);
    open.set(id, Object.assign(made, { fresh: true }));
    kit.guard(makeTabBar, undefined, made, id, route);
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
