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
    if (definition.observers.length) kit.observe(page, definition, paths);
    if (typeof callback === 'function') kit.nextTurn(() => kit.guard(callback, page));
  }

  // Component trees are not run: a page has no children to select.
  const builtIns = (entry, id, channel) => ({
    setData: (changes, callback) => setData(entry, changes, callback),
    groupSetData: f => f?.(),
    getOpenerEventChannel: () => channel,
    getPageId: () => `pageId:${id}`,
    triggerEvent() {},
    selectComponent: () => null,
    selectAllComponents: () => [],
    getTabBar: () => null,
  });

  function create(definition, id, route, query, channel) {
    const page = {};
    const entry = { page, definition };
    Object.assign(page, builtIns(entry, id, kit.takeChannel(channel)));
    kit.addMembers(page, definition.members);
    Object.assign(page, { is: route, route, __route__: route, options: query });
    page.data = kit.initialData(definition, query);
    // A page built by Component() reads its data under this name as well.
    if (!('properties' in page)) Object.defineProperty(page, 'properties', { get: () => page.data });
    return entry;
  }

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
      call(entry.page, 'onLoad', entry.page.options);
    },
    SHOW(entry) {
      if (!hasPage(entry.page)) stack = [...stack, entry.page];
      callAll(entry, 'show');
      call(entry.page, 'onShow');
    },
    READY(entry) {
      callAll(entry, 'ready');
      call(entry.page, 'onReady');
    },
    HIDE(entry) {
      call(entry.page, 'onHide');
      callAll(entry, 'hide');
    },
    UNLOAD(entry, id) {
      call(entry.page, 'onUnload');
      callAll(entry, 'detached');
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
