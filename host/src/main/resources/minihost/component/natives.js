// What elements of the framework do by themselves when a person uses them: forms, inputs, links.
(host, kit) => {
  'use strict';
  const { NativeNode } = kit.glassEasel;
  const CHECKED = ['switch', 'checkbox', 'radio'];
  const isNative = node => node instanceof NativeNode;
  const valueName = node => (CHECKED.includes(kit.tree.tagOf(node)) ? 'checked' : 'value');

  function ancestor(node, tag) {
    for (let at = kit.tree.parentOf(node); at; at = kit.tree.parentOf(at)) {
      if (isNative(at) && kit.tree.tagOf(at) === tag) return at;
    }
    return undefined;
  }

  /** The fields of a form by name: inputs, and components with `wx://form-field`. */
  function valuesOf(form) {
    const values = {};
    for (const node of kit.tree.find(form, '[name]')) {
      const name = kit.tree.attributeOf(node, 'name');
      if (!name || kit.tree.tagOf(node) === 'button') continue;
      values[name] = kit.tree.attributeOf(node, isNative(node) ? valueName(node) : 'value') ?? '';
    }
    return values;
  }

  const LINKS = {
    navigate: 'navigateTo', redirect: 'redirectTo', switchTab: 'switchTab', reLaunch: 'reLaunch', navigateBack: 'navigateBack',
  };
  const silent = () => {};

  function follow(node) {
    const api = LINKS[kit.tree.attributeOf(node, 'open-type') ?? 'navigate'];
    const url = kit.tree.attributeOf(node, 'url');
    if (api) globalThis.wx[api]({ url, delta: Number(kit.tree.attributeOf(node, 'delta') ?? 1), fail: silent });
  }

  kit.natives = {
    /** Before handlers hear of it: what was typed is in the element, and where `model:` says. */
    before(node, type, detail) {
      if (!isNative(node) || (type !== 'input' && type !== 'change') || detail?.value === undefined) return;
      const name = valueName(node);
      node.updateAttribute(name, detail.value);
      node.getModelBindingListeners()[name]?.(detail.value);
    },

    /** After handlers have heard of a tap. */
    after(node, type) {
      if (!isNative(node) || type !== 'tap') return;
      const link = kit.tree.tagOf(node) === 'navigator' ? node : ancestor(node, 'navigator');
      if (link) follow(link);
      const formType = kit.tree.tagOf(node) === 'button' && kit.tree.attributeOf(node, 'form-type');
      const form = formType && ancestor(node, 'form');
      if (!form) return;
      const detail = formType === 'submit' ? { value: valuesOf(form), target: { id: node.id, dataset: node.dataset } } : {};
      kit.tree.raise(form, formType, detail);
    },
  };
  return {};
};
