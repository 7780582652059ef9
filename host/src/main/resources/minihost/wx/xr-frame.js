// The module of XR-FRAME, by the names that it has: what scripts extend, make and register with when they are loaded.
// Nothing is drawn, so no scene is ever ready.
(host, kit) => {
  'use strict';
  const TABLE = /(Schema|DataMapping|DefaultComponents)$/;
  const ENUMERATION = /^E[A-Z]/;
  const isClass = name => /^[A-Z]/.test(name);

  function classOf(statics) {
    const made = class {};
    const numbers = statics.includes('createFromArray') ? ['createFromNumber'] : []; // documented, not in the typings
    for (const name of [...statics, ...numbers]) made[name] = isClass(name) ? name : () => new made();
    return made;
  }

  function member(name, parts) {
    if (TABLE.test(name)) return {};
    if (ENUMERATION.test(name)) return Object.fromEntries(parts.map((part, i) => [part, i]));
    if (isClass(name)) return classOf(parts);
    if (parts.length) return Object.fromEntries(parts.map(part => [part, progress => progress]));
    return () => undefined;
  }

  let system;
  function make(names) {
    const members = names.split(',').map(text => text.split('='));
    return Object.fromEntries(members.map(([name, parts = '']) => [name, member(name, parts.split('|').filter(Boolean))]));
  }

  return kit.script('xr-frame.js', { finish: ({ names }) => (system ??= make(names)) });
};
