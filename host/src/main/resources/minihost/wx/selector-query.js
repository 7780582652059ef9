// Queries and observers are objects of JavaScript alone; components/queries.js makes them.
(host, kit) => {
  'use strict';
  const making = make => ({ prepare: () => ({}), finish: make, members: () => kit.membersOf(make()) });
  return kit.script('selector-query.js', {
    createSelectorQuery: making(() => kit.components.queries.selectorQuery()),
    createIntersectionObserver: making(() => kit.components.queries.observer()),
  });
};
