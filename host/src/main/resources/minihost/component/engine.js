// Component definitions as the engine, glass-easel, takes them, and the roots of pages.
(host, kit) => {
  'use strict';
  const { ComponentSpace, Component, EmptyBackendContext, Element, TextNode, addGlobalErrorListener, addGlobalWarningListener } =
    kit.glassEasel;
  const LIFETIMES = ['created', 'attached', 'ready', 'moved', 'detached', 'error'];
  const space = new ComponentSpace();
  const context = new EmptyBackendContext();
  const registered = new Set();
  const behaviors = new WeakMap();
  const builtIns = new Map();
  const unready = new Set();
  const isFunction = value => typeof value === 'function';

  // There is nothing behind the nodes to give back, and the engine stumbles over slots that it has
  // given back when they are filled once more.
  for (const kind of [Element, TextNode]) kind.prototype.destroyBackendElementOnRemoval = () => {};

  // The library stays from one life of the program to the next, and it has one list of listeners.
  // What a definition says amiss, such as an observer that is no method (@vant/weapp has one), is no
  // error in WeChat.
  if (!kit.hearsGlassEasel) {
    addGlobalErrorListener((thrown, where, path) => {
      if (where === '[prepare]') globalThis.console.warn(`${path}: ${thrown.message}`);
      else kit.report(thrown);
      return false;
    });
    addGlobalWarningListener(() => false);
    kit.hearsGlassEasel = true;
  }

  // The behaviors of the framework that give a component fields (Behavior reference, built-in ones).
  const FIELD = { properties: { name: String, value: null } };
  const BUILT_IN = {
    'wx://form-field': FIELD,
    'wx://form-field-group': {},
    'wx://form-field-button': {},
    'wx://component-export': {},
  };

  const functionsOf = all => Object.fromEntries(Object.entries(all ?? {}).filter(([, f]) => isFunction(f)));

  function lifetimesOf(definition) {
    const all = functionsOf(definition.lifetimes);
    for (const name of LIFETIMES) if (!all[name] && isFunction(definition[name])) all[name] = definition[name];
    return all;
  }

  function observersOf(definition) {
    const all = definition.observers;
    if (Array.isArray(all)) return all.filter(one => isFunction(one?.observer));
    return functionsOf(all);
  }

  function relationsOf(definition) {
    const made = {};
    for (const [key, relation] of Object.entries(definition.relations ?? {})) {
      const target = relation.target && kit.behaviorOf(relation.target);
      made[key] = target ? { ...relation, target } : relation;
    }
    return made;
  }

  /** What the engine reads of a component and of a behavior. */
  const commonOf = definition => ({
    behaviors: behaviorsOf(definition),
    properties: definition.properties ?? {},
    methods: functionsOf(definition.methods),
    observers: observersOf(definition),
    lifetimes: lifetimesOf(definition),
    pageLifetimes: functionsOf(definition.pageLifetimes),
    relations: relationsOf(definition),
    externalClasses: definition.externalClasses ?? [],
  });

  const behaviorsOf = definition =>
    (Array.isArray(definition.behaviors) ? definition.behaviors : []).map(kit.behaviorOf).filter(Boolean);

  kit.behaviorOf = behavior => {
    if (typeof behavior === 'string') {
      if (!builtIns.has(behavior) && BUILT_IN[behavior]) {
        builtIns.set(behavior, space.define().definition(BUILT_IN[behavior]).registerBehavior());
      }
      return builtIns.get(behavior);
    }
    if (!kit.isPlain(behavior)) return undefined;
    if (!behaviors.has(behavior)) behaviors.set(behavior, space.define().definition(commonOf(behavior)).registerBehavior());
    return behaviors.get(behavior);
  };

  function exportOf(definition) {
    const named = (Array.isArray(definition.behaviors) ? definition.behaviors : []).includes('wx://component-export');
    return named && isFunction(definition.export) ? definition.export : undefined;
  }

  function optionsOf(definition) {
    const given = definition.options ?? {};
    return {
      multipleSlots: Boolean(given.multipleSlots),
      dynamicSlots: Boolean(given.dynamicSlots),
      virtualHost: Boolean(given.virtualHost),
      pureDataPattern: given.pureDataPattern instanceof RegExp ? given.pureDataPattern : undefined,
      propertyEarlyInit: Boolean(given.propertyEarlyInit),
      propertyPassingDeepCopy: 'simple-recursion',
      dataDeepCopy: 'none',
      useMethodCallerListeners: true,
      writeFieldsToNode: false,
    };
  }

  /** Registers a component, and first those that it uses. */
  function ensure(id) {
    if (registered.has(id)) return;
    registered.add(id);
    const part = kit.components.partOf(id) ?? { using: {}, generics: {}, placeholders: {} };
    for (const used of Object.values(part.using)) ensure(used);
    for (const generic of Object.values(part.generics)) if (generic.default) ensure(generic.default);
    const definition = kit.definitionOf(id);
    if (definition?.component) register(id, definition.component, part);
    else if (part.isPage) registerView(id, part);
    else register(id, {}, part);
  }

  const absolute = ids => Object.fromEntries(Object.entries(ids).map(([tag, id]) => [tag, `/${id}`]));
  const absoluteGenerics = generics =>
    Object.fromEntries(
      Object.entries(generics).map(([name, g]) => [name, g.default ? { default: `/${g.default}` } : true]),
    );

  function builder(id, part) {
    const template = kit.templateOf(`${id}.wxml`);
    const made = space.define(id).usingComponents(absolute(part.using)).generics(absoluteGenerics(part.generics));
    made.placeholders(part.placeholders);
    return template ? made.template(template) : made;
  }

  function register(id, definition, part) {
    const proto = Object.create(kit.Instance.prototype);
    const merged = kit.mergedMethods(definition);
    Object.assign(proto, merged);
    const exported = exportOf(definition);
    if (exported) kit.setExport(proto, exported);
    builder(id, part)
      .methodCallerInit(function make() {
        return kit.bindNode(Object.create(proto), this);
      })
      .lifetime('attached', function attached() {
        unready.add(kit.nodeOf(this));
        scheduleReady(kit.nodeOf(this));
      })
      .lifetime('detached', function detached() {
        unready.delete(kit.nodeOf(this));
      })
      .definition({ ...commonOf(definition), data: () => kit.ownData(definition), options: optionsOf(definition) })
      .registerComponent();
  }

  // `ready` comes once the page has been shown; for what is added later, in a turn of its own.
  const shown = new WeakSet();
  let scheduled = false;
  function scheduleReady(node) {
    if (scheduled || !shown.has(kit.rootOf(node))) return;
    scheduled = true;
    kit.nextTurn(() => {
      scheduled = false;
      tellReady(node => shown.has(kit.rootOf(node)));
    });
  }
  function tellReady(isDue) {
    for (const node of [...unready]) {
      if (!isDue(node)) continue;
      unready.delete(node);
      node.triggerLifetime('ready', []);
    }
  }

  // A Page() is no component: its root has the page's data and calls the page's methods.
  let opening;
  function registerView(id, part) {
    builder(id, part)
      .methodCallerInit(() => opening)
      .definition({
        data: () => ({ ...opening.data }),
        options: { ...optionsOf({}), multipleSlots: true },
      })
      .registerComponent();
  }

  const ids = new WeakMap();
  kit.pageIdOf = node => ids.get(node) ?? '';

  function setProperties(node, properties) {
    for (const [name, value] of Object.entries(properties)) {
      if (Component.hasProperty(node, name)) node.replaceDataOnPath([name], value);
    }
    node.applyDataUpdates();
  }

  class Root {
    constructor(node) {
      this.node = node;
    }

    attach() {
      Element.pretendAttached(this.node);
    }

    show() {
      this.node.triggerPageLifetime('show', []);
    }

    hide() {
      this.node.triggerPageLifetime('hide', []);
    }

    ready() {
      shown.add(this.node);
      tellReady(node => kit.rootOf(node) === this.node);
    }

    detach() {
      Element.pretendDetached(this.node);
    }

    /** Takes over what a Page has set. */
    changed(page, paths) {
      this.taking = true;
      try {
        this.take(page, paths);
      } finally {
        this.taking = false;
      }
    }

    take(page, paths) {
      for (const path of paths) this.node.replaceDataOnPath(path, kit.getPath(page.data, path));
      this.node.applyDataUpdates();
    }
  }

  /** What `model:` writes back goes into the data of the Page, which `told` hears of. */
  function writeBack(tree, page, told) {
    const data = Component.getDataProxy(tree.node);
    const replace = data.replaceDataOnPath.bind(data);
    data.replaceDataOnPath = (path, value) => {
      replace(path, value);
      if (tree.taking) return;
      kit.setPath(page.data, path, value);
      told(path);
    };
  }

  function root(route, pageId, properties) {
    ensure(route);
    const node = space.createComponentByUrl('page', `/${route}`, null, context);
    ids.set(node, pageId);
    if (properties) setProperties(node, properties);
    return new Root(node);
  }

  kit.componentEngine = {
    /** The tree of a Page; `this` of its handlers is the page. */
    viewOf(page, route, pageId, told) {
      opening = page;
      try {
        const tree = root(route, pageId);
        writeBack(tree, page, told);
        return tree;
      } finally {
        opening = undefined;
      }
    },

    /** A component that stands beside a page, such as its tab bar. */
    besides(id, pageId) {
      const made = root(id, pageId);
      return { instance: made.node.getMethodCaller(), tree: made };
    },

    /** A page built by Component(): its instance is the root's. */
    pageOf(route, pageId, properties) {
      const made = root(route, pageId, properties);
      return { page: made.node.getMethodCaller(), tree: made };
    },
  };
  return {};
};
