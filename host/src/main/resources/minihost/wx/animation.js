// An animation is a list of steps that setData takes to the page; it is pure arithmetic. The form of
// what `export` gives is the one that WeChat's own layer gives.
(host, kit) => {
  'use strict';
  const TRANSFORMS =
    'matrix matrix3d rotate rotate3d rotateX rotateY rotateZ scale scale3d scaleX scaleY scaleZ skew skewX skewY translate translate3d translateX translateY translateZ';
  const LENGTHS = ['width', 'height', 'top', 'left', 'bottom', 'right'];
  const length = value => (typeof value === 'number' ? `${value}px` : value);

  function animation(defaults) {
    let actions = [];
    let animates = [];
    const style = (name, value) => {
      animates = animates.filter(a => a.type !== 'style' || a.args[0] !== name);
      animates.push({ type: 'style', args: [name, value] });
    };
    const optionOf = given => {
      const { duration = 400, timingFunction = 'linear', delay = 0, transformOrigin = '50% 50% 0' } = { ...defaults, ...given };
      return { transformOrigin, transition: { duration, timingFunction, delay } };
    };
    const made = {
      opacity: value => (style('opacity', value), made),
      backgroundColor: value => (style('background-color', value), made),
      /** What came before is one step, with options of its own. */
      step(given = {}) {
        actions.push({ animates, option: optionOf(Object(given)) });
        animates = [];
        return made;
      },
      /** Takes the steps away: the next export has only later ones. */
      export() {
        const done = { actions };
        actions = [];
        return done;
      },
    };
    for (const name of LENGTHS) made[name] = value => (style(name, length(value)), made);
    for (const type of TRANSFORMS.split(' ')) made[type] = (...args) => (animates.push({ type, args }), made);
    return made;
  }

  return kit.script('animation.js', {
    prepare: () => ({}),
    members: () => Object.keys(animation({})),
    finish: (_, options) => animation(Object(options ?? {})),
  });
};
