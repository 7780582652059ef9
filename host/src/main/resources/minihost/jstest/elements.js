// What a test sees of a page's elements, and does to them.
(host, kit) => {
  'use strict';
  const handles = new WeakMap();

  class ElementHandle {
    #node;

    constructor(node) {
      this.#node = node;
    }

    get tagName() {
      return kit.tree.tagOf(this.#node);
    }

    get id() {
      return this.#node.id;
    }

    get classList() {
      return kit.tree.classesOf(this.#node);
    }

    get dataset() {
      return this.#node.dataset ?? {};
    }

    /** The text within it, also that of components. */
    get text() {
      return kit.tree.textOf(this.#node);
    }

    /** The data of a component; undefined for other elements. */
    get data() {
      return kit.tree.isComponent(this.#node) ? this.#node.data : undefined;
    }

    /** The component itself; undefined for other elements. */
    get instance() {
      return kit.tree.isComponent(this.#node) ? this.#node.getMethodCaller() : undefined;
    }

    /** An attribute, or a property of a component. */
    attribute(name) {
      return kit.tree.attributeOf(this.#node, name);
    }

    $(selector) {
      return this.$$(selector)[0] ?? null;
    }

    $$(selector) {
      return kit.tree.find(this.#node, selector).map(kit.elementHandle);
    }

    /** Touches it, and of a component what is innermost; waits until nothing is under way. */
    tap() {
      kit.tree.tap(this.#node);
      return globalThis.host.idle();
    }

    /** Raises an event at it, as a person or a component of the framework would; waits as tap does. */
    trigger(type, detail, options) {
      kit.tree.raise(this.#node, type, detail, options);
      return globalThis.host.idle();
    }

    [Symbol.for('nodejs.util.inspect.custom')]() {
      return kit.tree.head(this.#node);
    }
  }

  kit.elementHandle = node => {
    if (!handles.has(node)) handles.set(node, new ElementHandle(node));
    return handles.get(node);
  };
  return {};
};
