// Notices when a program reads what is not on `wx`. That is the prototype's doing, so that `wx` itself
// stays a plain object: what is there costs nothing, `in`, Object.keys and assignments are as ever.
(host, kit) => {
  'use strict';
  const known = Object.create(null); // programs may break Set and Reflect

  function watch(object, path) {
    const prototype = new Proxy({}, {
      get(target, key) {
        if (typeof key === 'string' && !known[path + key] && !(key in target)) {
          known[path + key] = true;
          host.read(path + key, kit.frames(new Error().stack));
        }
        return target[key];
      },
    });
    Object.setPrototypeOf(object, prototype);
  }
  watch(kit.wx, '');
  if (kit.wx.cloud) watch(kit.wx.cloud, 'cloud.');
  return {};
};
