// Launch and enter options as App.onLaunch and App.onShow get them.
(host, kit) => {
  'use strict';
  return kit.script('launch-options.js', {
    prepare: () => ({}),
    finish: options => kit.launchOptions(options),
  });
};
