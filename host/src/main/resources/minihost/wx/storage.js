// Values as storage keeps them: text beside the type it was, so that a copy comes back (sheet 8.3).
(host, kit) => {
  'use strict';
  function json(data) {
    try {
      return JSON.stringify(data) ?? 'null';
    } catch (e) {
      return kit.refuse('DATA_NOT_SERIALIZABLE', '', `data cannot be written as JSON: ${e.message}`, 'keep plain data');
    }
  }

  const same = text => text;
  const KINDS = {
    String: [same, same],
    Number: [String, Number],
    Boolean: [String, text => text === 'true'],
    Date: [date => String(date.getTime()), text => new Date(Number(text))],
    Array: [json, JSON.parse],
    Object: [json, JSON.parse],
    Undefined: [() => '', () => undefined],
    Null: [() => '', () => null],
  };
  const NOT_KEPT = [() => '', () => '']; // functions, symbols, buffers

  const kindOf = type => (Object.hasOwn(KINDS, type) ? KINDS[type] : NOT_KEPT);
  function keep(data) {
    const type = kit.tag(data);
    const [write] = kindOf(type);
    return { type, text: write(data) };
  }
  const revive = ({ type, text }) => kindOf(type)[1](text);
  const byKey = key => ({ key });
  const nothing = () => undefined;

  return kit.script('storage.js', {
    setStorage: {
      prepare: ({ key, data, encrypt }) => ({ key, ...keep(data), encrypt: encrypt === true }),
    },
    setStorageSync: { prepare: (key, data) => ({ key, ...keep(data) }), finish: nothing },
    getStorage: { finish: found => ({ data: revive(found), errMsg: found.errMsg }) },
    getStorageSync: { prepare: byKey, finish: found => (found ? revive(found) : '') },
    removeStorageSync: { prepare: byKey, finish: nothing },
    clearStorageSync: { finish: nothing },
  });
};
