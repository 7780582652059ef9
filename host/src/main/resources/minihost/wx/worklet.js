// Animations that nobody sees (worklet reference): a value is at once what its animation ends with, and what
// runs in the thread of the screen runs in the program's own, later.
(host, kit) => {
  'use strict';
  const later = (f, ...args) => kit.later(f, undefined, ...args);
  const ended = (value, callback) => {
    later(callback, true);
    return value;
  };
  const whenever = f => (...args) => later(f, ...args);
  const pi = Math.PI;
  const WORKLET = {
    shared: value => ({ value }),
    derived: updater => ({
      get value() {
        return updater();
      },
    }),
    cancelAnimation: () => undefined,
    timing: (to, options, callback) => ended(to, callback),
    spring: (to, options, callback) => ended(to, callback),
    decay: (options, callback) => ended(Object(options).clamp?.[0] ?? 0, callback),
    sequence: (...animations) => animations.at(-1),
    repeat: (animation, times, reverse, callback) => ended(animation, callback),
    delay: (ms, animation) => animation,
    runOnUI: whenever,
    runOnJS: whenever,
    'scrollViewContext.scrollTo': () => undefined,
  };

  /** The curve of CSS's cubic-bezier: the time on x is searched for, and y is what it has come to. */
  function curve(x1, y1, x2, y2) {
    const at = (a, b, s) => 3 * a * s * (1 - s) ** 2 + 3 * b * s * s * (1 - s) + s ** 3;
    return t => {
      let [low, high] = [0, 1];
      for (let halving = 0; halving < 40; halving++) {
        const middle = (low + high) / 2;
        if (at(x1, x2, middle) < t) low = middle;
        else high = middle;
      }
      return t <= 0 || t >= 1 ? t : at(y1, y2, high);
    };
  }

  const EASING = {
    linear: t => t,
    ease: t => t * t * (3 - 2 * t),
    quad: t => t * t,
    cubic: t => t ** 3,
    sin: t => 1 - Math.cos((t * pi) / 2),
    circle: t => 1 - Math.sqrt(1 - t * t),
    exp: t => 2 ** (10 * (t - 1)),
    bounce: t => t,
    poly: n => t => t ** n,
    elastic: (bounciness = 1) => t => 1 - Math.cos((t * pi) / 2) ** 3 * Math.cos(t * bounciness * pi),
    back: (s = 1.70158) => t => t * t * ((s + 1) * t - s),
    bezier: (...points) => Object.assign(curve(...points), { factory: () => curve(...points) }),
    cubicBezier: curve,
    in: f => f,
    out: f => t => 1 - f(1 - t),
    inOut: f => t => (t < 0.5 ? f(t * 2) / 2 : 1 - f((1 - t) * 2) / 2),
  };

  const script = {};
  const add = (name, f) => (script[name] = { prepare: () => ({}), finish: (answer, ...args) => f(...args) });
  for (const [name, f] of Object.entries(WORKLET)) add(`worklet.${name}`, f);
  for (const [name, f] of Object.entries(EASING)) add(`worklet.Easing.${name}`, f);
  for (const name of ['addRouteBuilder', 'removeRouteBuilder', 'getRouteContext']) add(`router.${name}`, () => undefined);
  return kit.script('worklet.js', script);
};
