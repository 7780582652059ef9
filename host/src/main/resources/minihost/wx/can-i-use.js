// canIUse asks about what exists here, so it never leaves JavaScript.
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
    const members = maker && kit.scriptOf(maker).members?.();
    return members !== undefined && (member === undefined || members.includes(member));
  }

  function isMethod(task, method) {
    const shape = Object.hasOwn(TASKS, task) ? kit.shapes.get(TASKS[task]) : undefined;
    if (!shape) return isMember(task, method);
    const prefixes = LASTING.includes(task) ? ['on'] : ['on', 'off'];
    const events = shape.events.flatMap(event => prefixes.map(prefix => prefix + capital(event)));
    return method === undefined || [...shape.methods, ...events].includes(method);
  }

  function canIUse(schema) {
    if (typeof schema !== 'string') return false;
    const words = schema.split('.');
    const first = words.shift();
    const isObject = kit.isObject(first);
    if (isObject && !words.length) return true;
    const name = isObject ? `${first}.${words.shift()}` : first;
    const [part] = words;
    if (isFunction(name)) return part === undefined || PARTS.includes(part);
    return isMethod(name, part);
  }

  return kit.script('can-i-use.js', {
    prepare: () => ({}),
    finish: (_, schema) => canIUse(schema),
  });
};
