// Queries and observers are objects of JavaScript alone; components/queries.js makes them.
(host, kit) => {
  'use strict';
  const nothing = () => ({});
  return kit.script('selector-query.js', {
    createSelectorQuery: { prepare: nothing, finish: () => kit.components.queries.selectorQuery() },
    createIntersectionObserver: { prepare: nothing, finish: () => kit.components.queries.observer() },
  });
};
