// An animation is a list of steps that `export` gives to the page's data (Animation reference).
(host, kit) => {
  'use strict';
  const LENGTHS = ['width', 'height', 'top', 'left', 'bottom', 'right'];
  const STYLES = { opacity: 'opacity', backgroundColor: 'background-color' };
  const TRANSFORMS = [
    'matrix', 'matrix3d', 'rotate', 'rotate3d', 'rotateX', 'rotateY', 'rotateZ', 'scale', 'scale3d', 'scaleX',
    'scaleY', 'scaleZ', 'skew', 'skewX', 'skewY', 'translate', 'translate3d', 'translateX', 'translateY', 'translateZ',
  ];

  const optionOf = ({ duration = 400, timingFunction = 'linear', delay = 0, transformOrigin = '50% 50% 0' }) => ({
    transformOrigin,
    transition: { duration, timingFunction, delay },
  });

  class Animation {
    /** What a step has that says nothing else; components of the wild change it between steps. */
    option;
    #actions = [];
    #animates = [];

    constructor(options) {
      this.option = optionOf(options);
    }

    /** Notes what a method of this class was called with. */
    note(type, args) {
      this.#animates.push({ type, args });
      return this;
    }

    step(options) {
      const { transformOrigin, transition } = this.option;
      this.#actions.push({ animates: this.#animates, option: optionOf({ transformOrigin, ...transition, ...options }) });
      this.#animates = [];
      return this;
    }

    export() {
      const actions = this.#actions;
      this.#actions = [];
      return { actions };
    }
  }
  const method = (name, f) => Object.defineProperty(Animation.prototype, name, { value: f, writable: true });
  for (const name of TRANSFORMS) {
    method(name, function (...args) {
      return this.note(name, args);
    });
  }
  for (const name of LENGTHS) {
    method(name, function (value) {
      return this.note('style', [name, typeof value === 'number' ? `${value}px` : value]);
    });
  }
  for (const [name, style] of Object.entries(STYLES)) {
    method(name, function (value) {
      return this.note('style', [style, value]);
    });
  }

  return kit.script('animation.js', {
    prepare: () => ({}),
    members: () => kit.membersOf(new Animation({})),
    finish: (answer, options) => new Animation(options ?? {}),
  });
};
