// setNavigationBarColor takes two front colours and no other.
(host, kit) => {
  'use strict';
  return kit.script('navigation-bar.js', {
    prepare(options) {
      const { frontColor } = options;
      if (!['#ffffff', '#000000'].includes(frontColor)) {
        kit.refuse('PARAMETER_ERROR', `invalid frontColor "${frontColor}"`, '', 'use #ffffff or #000000');
      }
      return kit.dataOf(options);
    },
  });
};
