// What a program declares of its components, until the engine is needed.
(host, kit) => {
  'use strict';
  const declared = new Map(); // by path: using, generics, placeholders, hasOwn, isPage
  const { setTimeout } = globalThis;
  const TAB_BAR = 'custom-tab-bar/index';
  let styles = 0;
  let tabs = []; // routes of pages that have the program's own tab bar
  // A life before this one had an engine with definitions and templates of its own.
  kit.componentEngine = undefined;
  kit.queries = undefined;

  const trees = {
    /** What the JSON beside a page or component says. */
    partOf: id => declared.get(id),

    /** Whether a page has components, so that its tree is made as it opens. */
    hasComponents: route => Object.keys(declared.get(route)?.using ?? {}).length > 0,

    /** The component that is the tab bar of a page; undefined without one. */
    tabBarOf: route => (tabs.includes(route) && declared.has(TAB_BAR) ? TAB_BAR : undefined),

    /** The engine, loaded at its first use. */
    get engine() {
      if (!kit.componentEngine) host.engine(kit.glassEasel !== undefined);
      return kit.componentEngine;
    },

    /** createSelectorQuery and its like. */
    get queries() {
      if (!kit.queries) host.queries();
      return kit.queries;
    },

    /** Nothing moves; the callback comes when the time of an animation is over. */
    animate(self, ms, callback) {
      if (typeof callback === 'function') setTimeout(() => kit.guard(callback, self), Number(ms) || 0);
    },

    /** Styles that a worklet drives: nobody sees them, and their number is told. */
    applyAnimatedStyle(self, callback) {
      const styleId = ++styles;
      kit.later(callback, self, { styleId });
    },

    clearAnimatedStyle(self, callback) {
      kit.later(callback, self);
    },

    /** What clearAnimation(selector, options, callback) leads to. */
    clearAnimation(self, options, callback) {
      trees.animate(self, 0, typeof options === 'function' ? options : callback);
    },
  };
  kit.components = trees;

  return {
    declare(id, part) {
      declared.set(id, part);
    },
    customTabBar(routes) {
      tabs = routes;
    },
  };
};
