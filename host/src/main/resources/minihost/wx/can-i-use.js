// canIUse asks about what exists here; what WeChat's functions and components have besides, Java knows.
(host, kit) => {
  'use strict';
  const PARTS = ['return', 'success', 'object', 'callback'];
  const TASKS = {
    RequestTask: 'request',
    UploadTask: 'uploadFile',
    DownloadTask: 'downloadFile',
    SocketTask: 'connectSocket',
    UDPSocket: 'createUDPSocket',
    TCPSocket: 'createTCPSocket',
  };

  /** Listeners of a SocketTask cannot be taken away (sockets sheet 1.3). */
  const LASTING = ['SocketTask'];
  const capital = name => name[0].toUpperCase() + name.slice(1);

  function isFunction(name) {
    const own = kit.shapes.get(name);
    if (own) return own.kind !== 'EVENT';
    const event = /^(?:on|off)([A-Z].*)$/.exec(name);
    const shape = kit.shapes.get(event ? event[1] : name);
    return event !== null && shape?.kind === 'EVENT';
  }

  /** `InnerAudioContext.play`: what the object of that name has that a script makes. */
  function isMember(object, member) {
    const maker = [`create${object}`, `get${object}`].find(name => kit.shapes.has(name));
    const members = maker ? kit.scriptOf(maker).members?.() : otherMembers(object);
    return members !== undefined && (member === undefined || members.includes(member));
  }

  /** Of an object that no function of wx gives. */
  function otherMembers(object) {
    if (object === 'console') return Object.keys(globalThis.console);
    kit.scriptOf('createVideoContext'); // loads the script that has them all
    return kit.madeUpMembers(object);
  }

  // What is known of the phone here is what these answer.
  const FACTS = {
    getSystemInfo: 'getSystemInfoSync', getSystemInfoAsync: 'getSystemInfoSync', getSystemInfoSync: 'getSystemInfoSync',
    getWindowInfo: 'getWindowInfo', getDeviceInfo: 'getDeviceInfo', getAppBaseInfo: 'getAppBaseInfo',
    getSystemSetting: 'getSystemSetting', getAppAuthorizeSetting: 'getAppAuthorizeSetting',
  };

  /** `data,method=GET|POST` as a map of fields to what each may be. */
  const fieldsOf = text =>
    new Map(text.split(',').map(field => field.split('=')).map(([name, values = '']) => [name, values.split('|')]));

  function hasField(text, field, option) {
    const fields = fieldsOf(text);
    return fields.has(field) && (option === undefined || fields.get(field).includes(option));
  }

  function hasFact(facts, field, option) {
    if (!Object.hasOwn(facts, field)) return false;
    return option === undefined || (Object(facts[field]) === facts[field] ? Object.hasOwn(facts[field], option) : facts[field] === option);
  }

  /** `object.method.GET` of a function that is here. */
  function isPart(name, line, [part, field, option]) {
    if (!PARTS.includes(part)) return false;
    const section = line?.split(' ').find(text => text.startsWith(`${part}:`));
    if (field === undefined) return section !== undefined || line === null;
    const isResult = part === 'return' || part === 'success';
    if (isResult && Object.hasOwn(FACTS, name)) return hasFact(kit.functions.get(FACTS[name])(), field, option);
    return section !== undefined && hasField(section.slice(part.length + 1), field, option);
  }

  function isMethod(task, method) {
    const shape = Object.hasOwn(TASKS, task) ? kit.shapes.get(TASKS[task]) : undefined;
    if (!shape) return isMember(task, method);
    const prefixes = LASTING.includes(task) ? ['on'] : ['on', 'off'];
    const events = shape.events.flatMap(event => prefixes.map(prefix => prefix + capital(event)));
    return method === undefined || [...shape.methods, ...events].includes(method);
  }

  /** The name of what is asked about, and what is asked of it. */
  function split(schema) {
    const words = String(schema).split('.');
    const first = words.shift();
    const isWhole = !kit.isObject(first) || !words.length;
    return [isWhole ? first : `${first}.${words.shift()}`, words];
  }

  /** `line` is what the table has of the name; null where there is none. */
  function canIUse({ line }, schema) {
    if (typeof schema !== 'string') return false;
    const [name, words] = split(schema);
    if (kit.isObject(name) && !words.length) return true;
    if (isFunction(name)) return !words.length || isPart(name, line, words);
    if (line !== null) return !words.length || hasField(line, ...words);
    return isMethod(name, words[0]);
  }

  return kit.script('can-i-use.js', {
    prepare(schema) {
      const [name, words] = split(schema);
      if (!isFunction(name)) return { name, table: 'COMPONENTS' };
      return words.length ? { name, table: 'FUNCTIONS' } : { name };
    },
    finish: canIUse,
  });
};
