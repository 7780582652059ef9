// Questions about what is on the screen. There is none: each selected node has all that was asked for, and
// what only a layout could tell is null; of several nodes there are none; the viewport is the phone's window.
(host, kit) => {
  'use strict';
  const nulls = (...names) => Object.fromEntries(names.map(name => [name, null]));
  const RECT = ['left', 'right', 'top', 'bottom'];
  const SIZE = ['width', 'height'];
  const SCROLL = ['scrollLeft', 'scrollTop', 'scrollWidth', 'scrollHeight'];
  const IDENTITY = { id: '', dataset: {} };

  function viewport() {
    const { windowWidth: width, windowHeight: height } = kit.functions.get('getWindowInfo')();
    return {
      left: 0, top: 0, right: width, bottom: height, width, height,
      scrollLeft: 0, scrollTop: 0, scrollWidth: width, scrollHeight: height,
    };
  }

  const made = name => kit.functions.get(name)();

  /** All that one of these questions may be answered with; its node is taken for a canvas. */
  function fieldsOf(wanted) {
    const { id, dataset, mark, rect, size, scrollOffset, properties = [], computedStyle = [], context, node, ref } = wanted;
    return {
      ...(id && { id: '' }),
      ...(dataset && { dataset: {} }),
      ...(mark && { mark: {} }),
      ...(rect && nulls(...RECT)),
      ...(size && nulls(...SIZE)),
      ...(scrollOffset && nulls('scrollLeft', 'scrollTop')),
      ...nulls(...properties, ...computedStyle),
      ...(context && { context: made('createVideoContext') }),
      ...(node && { node: made('createOffscreenCanvas') }),
      ...(ref && { ref: null }),
    };
  }

  function answer({ kind, answered }) {
    if (kind === 'all') return [];
    const one = answered();
    if (kind === 'one') return one;
    const window = viewport();
    return Object.fromEntries(Object.entries(one).map(([key, value]) => [key, value === null ? window[key] ?? null : value]));
  }

  function query() {
    const questions = [];
    const self = {
      in: () => self,
      select: () => nodes('one'),
      selectAll: () => nodes('all'),
      selectViewport: () => nodes('viewport'),
      exec(callback) {
        const asked = questions.slice();
        kit.nextTurn(() => {
          const results = asked.map(answer);
          asked.forEach((question, i) => {
            if (typeof question.callback === 'function') kit.guard(question.callback, undefined, results[i]);
          });
          if (typeof callback === 'function') kit.guard(callback, undefined, results);
        });
        return self;
      },
    };
    function nodes(kind) {
      const asking = answered => callback => (questions.push({ kind, answered, callback }), self);
      return {
        boundingClientRect: asking(() => ({ ...IDENTITY, ...nulls(...RECT, ...SIZE) })),
        scrollOffset: asking(() => ({ ...IDENTITY, ...nulls(...SCROLL) })),
        context: asking(() => fieldsOf({ context: true })),
        node: asking(() => fieldsOf({ node: true })),
        ref: asking(() => fieldsOf({ ref: true })),
        fields: (wanted, callback) => asking(() => fieldsOf(Object(wanted)))(callback),
      };
    }
    return self;
  }

  return kit.script('selector-query.js', { finish: query, members: () => Object.keys(query()) });
};
