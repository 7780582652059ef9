// The data of pages: copied in, changed by path, copied out.
(host, kit) => {
  'use strict';
  const PATH_PART = /(?:^|\.)((?:[^.[\]\\]|\\.)+)|\.?\[(\d+)\]/y;

  const isPlain = value => {
    if (value === null || typeof value !== 'object') return false;
    const proto = Object.getPrototypeOf(value);
    return proto === Object.prototype || proto === null;
  };

  const isObject = value => value !== null && typeof value === 'object';

  // Arrays and plain objects are copied. The rest is shared: programs keep socket clients, tasks and
  // formatters in their data. `from` and `to` are the way down, so that a cycle ends in its copy.
  function copy(value, from, to) {
    const isArray = Array.isArray(value);
    if (!isArray && !isPlain(value)) return value;
    const seen = from.indexOf(value);
    if (seen >= 0) return to[seen];
    const made = isArray ? new Array(value.length) : {};
    from.push(value);
    to.push(made);
    if (isArray) {
      for (let i = 0; i < value.length; i++) {
        const item = value[i];
        made[i] = isObject(item) ? copy(item, from, to) : item;
      }
    } else {
      for (const key of Object.keys(value)) {
        const item = value[key];
        made[key] = isObject(item) ? copy(item, from, to) : item;
      }
    }
    from.pop();
    to.pop();
    return made;
  }

  kit.isPlain = isPlain;
  kit.copyData = value => (isObject(value) ? copy(value, [], []) : value);

  kit.checkChanges = changes => {
    if (!isObject(changes)) throw new TypeError(`setData takes an object instead of ${kit.inspect(changes)}`);
  };

  /** `a[0].b`, or `a.[0].b`, is `['a', 0, 'b']`; a backslash takes the next character as it is. */
  kit.parsePath = path => {
    const keys = [];
    PATH_PART.lastIndex = 0;
    for (let at = 0; at < path.length; at = PATH_PART.lastIndex) {
      const part = PATH_PART.exec(path);
      if (!part) throw new Error(`setData: '${path}' is not a path; paths look like a.b or list[0].x`);
      keys.push(part[2] === undefined ? part[1].replace(/\\(.)/g, '$1') : Number(part[2]));
    }
    return keys;
  };

  /** Sets one value, making the containers that are missing on the way. */
  kit.setPath = (data, keys, value) => {
    let at = data;
    for (let i = 0; i < keys.length - 1; i++) {
      const isIndex = typeof keys[i + 1] === 'number';
      const old = at[keys[i]];
      const fits = isIndex ? Array.isArray(old) : old !== null && typeof old === 'object';
      if (!fits) at[keys[i]] = isIndex ? [] : {};
      at = at[keys[i]];
    }
    at[keys[keys.length - 1]] = value;
  };

  kit.getPath = (data, keys) => keys.reduce((at, key) => (at === null || at === undefined ? at : at[key]), data);

  /** What can cross to Java of any value: a cycle ends in null, functions are left out. */
  kit.plain = (value, path = []) => {
    if (typeof value === 'function' || typeof value === 'symbol' || value === undefined) return null;
    if (value === null || typeof value !== 'object' || value instanceof ArrayBuffer) return value;
    if (path.includes(value)) return null;
    const inner = [...path, value];
    if (Array.isArray(value)) return value.map(item => kit.plain(item, inner));
    if (typeof value.toJSON === 'function') return kit.plain(value.toJSON(), inner);
    const shown = Object.entries(value).filter(([, v]) => typeof v !== 'function' && v !== undefined);
    return Object.fromEntries(shown.map(([k, v]) => [k, kit.plain(v, inner)]));
  };
  return {};
};
