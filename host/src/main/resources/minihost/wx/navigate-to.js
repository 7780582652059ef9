// navigateTo: `events`, and the eventChannel of its result.
(host, kit) => {
  'use strict';
  const channels = new WeakMap(); // options -> the opener's end

  return kit.script('navigate-to.js', {
    prepare(options) {
      const { id, channel } = kit.openChannel(options.events);
      channels.set(options, channel);
      return { url: options.url, channel: id };
    },
    finish: (result, options) => Object.assign(result, { eventChannel: channels.get(options) }),
  });
};
