// The tree of a page as a person or a test sees it: finding elements, and their events.
(host, kit) => {
  'use strict';
  const { Component, Element, NativeNode, TextNode, triggerEvent, ShadowRoot } = kit.glassEasel;
  const isComponent = node => Component.isComponent(node);

  const targetOf = value => {
    const node = kit.nodeOf(value);
    return { id: node.id ?? '', offsetLeft: 0, offsetTop: 0, dataset: node.dataset ?? {} };
  };

  /** An event as WeChat gives it to a handler. */
  const eventFor = event => ({
    type: event.type,
    timeStamp: event.timeStamp,
    target: targetOf(event.target),
    currentTarget: targetOf(event.currentTarget),
    mark: { ...event.mark },
    detail: event.detail,
    ...event.extraFields,
  });

  /** What a WXS function sees of a component or an element (WXS responsive events). */
  const described = node =>
    isComponent(node)
      ? {
          selectComponent: selector => describedOf(node.getShadowRoot().querySelector(selector)),
          selectAllComponents: selector => node.getShadowRoot().querySelectorAll(selector).map(describedOf),
          getDataset: () => node.dataset ?? {},
          callMethod: (name, args) => {
            const self = node.getMethodCaller();
            if (typeof self[name] === 'function') kit.guard(self[name], self, args);
          },
          triggerEvent: (name, detail) => triggerEvent(node, name, detail ?? {}),
          hasClass: name => node.classList?.contains(name) ?? false,
          setStyle() {},
          addClass() {},
          removeClass() {},
          getState: () => stateOf(node),
          requestAnimationFrame: f => kit.nextTurn(() => kit.guard(f)),
          getComputedStyle: () => ({}),
          getBoundingClientRect: () => ({ left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 }),
          setTimeout: (f, ms) => globalThis.setTimeout(f, ms),
          clearTimeout: id => globalThis.clearTimeout(id),
        }
      : {
          getDataset: () => node.dataset ?? {},
          hasClass: name => node.classList?.contains(name) ?? false,
          setStyle() {},
          addClass() {},
          removeClass() {},
          getState: () => stateOf(node),
          getBoundingClientRect: () => ({ left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 }),
        };
  const describedOf = node => (node ? described(node) : undefined);
  const states = new WeakMap();
  function stateOf(node) {
    if (!states.has(node)) states.set(node, {});
    return states.get(node);
  }

  function handle(self, event, listener) {
    if (kit.isScriptFunction(listener)) {
      const node = kit.nodeOf(event.currentTarget);
      return kit.guard(listener, undefined, { ...eventFor(event), instance: described(node) }, described(kit.nodeOf(self)));
    }
    kit.guard(listener, self, eventFor(event));
    return undefined;
  }

  const observed = listener => (value, old, owner, node) => {
    if (typeof listener === 'function') kit.guard(listener, undefined, value, old, described(owner), described(node));
  };

  kit.prepareTemplate = wrapper => {
    wrapper.setFnFilter(observed);
    wrapper.setEventListenerWrapper(handle);
  };

  // Selectors: tag, #id, .class, [name=value], and descendants, also those within components.
  const SIMPLE = /^([\w-]+|\*)?((?:#[\w-]+|\.[\w-]+|\[[\w-]+(?:=(?:"[^"]*"|'[^']*'|[^\]]*))?\])*)$/;
  const PART = /#([\w-]+)|\.([\w-]+)|\[([\w-]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\]]*)))?\]/g;

  function simple(text) {
    const found = SIMPLE.exec(text);
    if (!found || text === '') {
      throw new Error(`"${text}" is no selector; write a tag, #id, .class, [name=value], or several with blanks between`);
    }
    const tests = [];
    const [, tag, rest] = found;
    if (tag && tag !== '*') tests.push(node => tagOf(node) === tag);
    for (const [, id, name, attribute, ...values] of rest.matchAll(PART)) {
      if (id) tests.push(node => node.id === id);
      else if (name) tests.push(node => classesOf(node).includes(name));
      else tests.push(attributeTest(attribute, values.find(v => v !== undefined)));
    }
    return node => tests.every(test => test(node));
  }
  const attributeTest = (name, wanted) => node => {
    const value = attributeOf(node, name);
    return wanted === undefined ? value !== undefined : String(value) === wanted;
  };

  const tagOf = node => (isComponent(node) ? node.tagName : node.is);
  /** The classes of an element; a name that its component lists in externalClasses brings what it stands for. */
  const classesOf = node => resolved(String(node.class ?? '').split(/\s+/).filter(Boolean), node);
  function resolved(names, node) {
    const owner = node.ownerShadowRoot?.getHostNode();
    const given = owner?.getExternalClasses() ?? {};
    return names.flatMap(name => [name, ...(given[name] ? resolved(given[name], owner) : [])]);
  }
  function attributeOf(node, name) {
    if (name.startsWith('data-')) return node.dataset?.[name.slice(5).replace(/-(.)/g, (all, c) => c.toUpperCase())];
    if (isComponent(node)) return node.data[name.replace(/-(.)/g, (all, c) => c.toUpperCase())];
    return node.getAttribute?.(name) ?? undefined;
  }

  const isElement = node => isComponent(node) || node instanceof NativeNode;

  /** Elements below a node, in the order of the page; those within components as well. */
  function* below(node) {
    const inner = isComponent(node) ? node.getShadowRoot() : undefined;
    for (const child of inner ? inner.childNodes : []) yield* from(child);
    for (const child of node.childNodes ?? []) yield* from(child);
  }
  function* from(node) {
    if (isElement(node)) yield node;
    yield* below(node);
  }

  function parentOf(node) {
    const parent = node.parentNode;
    return parent instanceof ShadowRoot ? parent.getHostNode() : parent;
  }

  function matches(node, tests, root) {
    if (!tests.at(-1)(node)) return false;
    let wanted = tests.length - 2;
    for (let at = parentOf(node); wanted >= 0 && at && at !== root; at = parentOf(at)) {
      if (isElement(at) && tests[wanted](at)) wanted--;
    }
    return wanted < 0;
  }

  const find = (root, selector) => {
    const tests = String(selector).trim().split(/\s+/).map(simple);
    return [...below(root)].filter(node => matches(node, tests, root));
  };

  function textOf(node) {
    if (node instanceof TextNode) return node.textContent;
    const inner = isComponent(node) ? node.getShadowRoot() : undefined;
    return [...(inner ? inner.childNodes : []), ...(node.childNodes ?? [])].map(textOf).join('');
  }

  /** The elements that are next within a node, where slots hold what they are given. */
  function inside(node) {
    const found = [];
    node.forEachComposedChild?.(child => {
      if (isElement(child)) found.push(child);
      else found.push(...inside(child));
    });
    return found;
  }

  /**
   * What a finger on a component meets: the first element that it shows, and on within that as long as there is no
   * choice. Without a layout no more is known of what lies in the middle.
   */
  function touched(node, within = false) {
    if (!within && !isComponent(node)) return node;
    const found = inside(node);
    return found.length === 1 || (found.length > 1 && isComponent(node)) ? touched(found[0], true) : node;
  }

  const POINT = { identifier: 0, pageX: 0, pageY: 0, clientX: 0, clientY: 0, force: 1 };
  const TOUCHES = ['tap', 'longpress', 'longtap', 'touchstart', 'touchmove', 'touchend', 'touchcancel'];

  /** Raises an event as a person's touch does, or as a component of the framework would. */
  function raise(node, type, detail, options) {
    const isTouch = TOUCHES.includes(type);
    kit.natives.before(node, type, detail);
    const touches = type === 'touchend' || type === 'touchcancel' ? [] : [{ ...POINT }];
    triggerEvent(node, type, detail ?? (isTouch ? { x: 0, y: 0 } : {}), {
      bubbles: isTouch,
      composed: isTouch,
      capturePhase: true,
      extraFields: isTouch ? { touches, changedTouches: [{ ...POINT }] } : undefined,
      ...options,
    });
    kit.natives.after(node, type);
  }

  /** What a finger does to an element. */
  const tap = node => raise(touched(node), 'tap');

  /** An element as its tag is written, without what it holds. */
  function head(node) {
    const id = node.id ? ` id="${node.id}"` : '';
    const names = classesOf(node).join(' ');
    return `<${tagOf(node)}${id}${names && ` class="${names}"`}>`;
  }

  function lines(node, indent, into) {
    if (node instanceof TextNode) {
      const text = node.textContent.trim();
      if (text) into.push(indent + text);
      return;
    }
    if (isElement(node)) into.push(indent + head(node));
    const deeper = isElement(node) ? `${indent}  ` : indent;
    const inner = isComponent(node) ? node.getShadowRoot() : undefined;
    for (const child of inner ? inner.childNodes : []) lines(child, deeper, into);
    for (const child of node.childNodes ?? []) lines(child, deeper, into);
  }

  /** The elements and texts below a node; what a component holds comes before what it is given. */
  function outline(root) {
    const into = [];
    for (const child of root.getShadowRoot().childNodes) lines(child, '', into);
    return into.join('\n');
  }

  kit.tree = { tap, head, outline, find, textOf, tagOf, classesOf, attributeOf, parentOf, raise, isComponent };
  return {};
};
