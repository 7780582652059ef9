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
  const tagOf = kit.tag;

  function pairs(kvList) {
    if (tagOf(kvList) !== 'Array') return { kvList };
    return {
      kvList: kvList.map(pair => {
        const { key, value } = Object(pair);
        if (typeof key !== 'string') kit.refuse('PARAMETER_ERROR', `parameter.kvList.key should be String instead of ${tagOf(key)};`);
        return { key, ...keep(value) };
      }),
    };
  }
  function keys(keyList) {
    const at = tagOf(keyList) === 'Array' ? keyList.findIndex(key => typeof key !== 'string') : -1;
    if (at >= 0) kit.refuse('PARAMETER_ERROR', `parameter.keyList should hold String instead of ${tagOf(keyList[at])};`);
    return { keyList };
  }
  const reviveAll = found => found.map(each => (each ? revive(each) : ''));

  return kit.script('storage.js', {
    setStorage: {
      prepare: ({ key, data, encrypt }) => ({ key, ...keep(data), encrypt: encrypt === true }),
    },
    setStorageSync: { prepare: (key, data) => ({ key, ...keep(data) }), finish: nothing },
    getStorage: { finish: found => ({ data: revive(found), errMsg: found.errMsg }) },
    getStorageSync: { prepare: byKey, finish: found => (found ? revive(found) : '') },
    batchSetStorage: { prepare: ({ kvList }) => pairs(kvList) },
    batchSetStorageSync: { prepare: pairs, finish: nothing },
    batchGetStorage: { prepare: ({ keyList }) => keys(keyList), finish: ({ found, errMsg }) => ({ dataList: reviveAll(found), errMsg }) },
    batchGetStorageSync: { prepare: keys, finish: ({ found }) => reviveAll(found) },
    removeStorageSync: { prepare: byKey, finish: nothing },
    clearStorageSync: { finish: nothing },
  });
};
