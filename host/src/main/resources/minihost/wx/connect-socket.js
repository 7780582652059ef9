// wx.connectSocket: its options and SocketTask, and the functions that mean one socket (sockets sheet 1).
(host, kit) => {
  'use strict';
  const [CONNECTING, OPEN, CLOSING, CLOSED] = [0, 1, 2, 3];
  const MAX_REASON_BYTES = 123;
  const WS_URL = /^wss?:\/\//i;
  /** C2: a peer in the LAN may be named without scheme. */
  const SCHEMELESS = /^\d{1,3}(\.\d{1,3}){3}:\d+([/?#]|$)/;

  /** What has not ended: number -> socket. */
  const sockets = new Map();
  /** SocketTask -> socket, also when it has ended. */
  const owners = new WeakMap();
  /** 1.8: the socket that the functions without a task mean, and their one listener per event. */
  let current;
  const single = {};

  const isLive = socket => socket !== undefined && socket.state !== CLOSED;

  function address(given) {
    const url = SCHEMELESS.test(given) ? `ws://${given}` : given;
    if (!WS_URL.test(url)) kit.refuse('INVALID_URL', given, `"${given}" is no ws:// or wss:// URL`, 'write the whole URL, wss://host/path');
    return { url };
  }

  function prepare(options, self) {
    const container = kit.containers?.get(self);
    const where = container ? { ...container, container: true } : address(String(options.url));
    const { header, protocols, timeout, forceCellularNetwork } = options;
    if (forceCellularNetwork !== undefined && typeof forceCellularNetwork !== 'boolean') {
      console.warn('wx.connectSocket: forceCellularNetwork should be Boolean; it is ignored');
    }
    return {
      ...where,
      header: kit.http.flat(kit.http.header('connectSocket', kit.tag(header) === 'Object' ? header : undefined)),
      protocols: Array.isArray(protocols) ? protocols.filter(name => typeof name === 'string' && name !== '') : [],
      tcpNoDelay: options.tcpNoDelay === true,
      perMessageDeflate: options.perMessageDeflate === true,
      timeout: typeof timeout === 'number' ? timeout : 0,
    };
  }

  /** A task's own functions never give a Promise, nor leave a rejected one behind. */
  function quietly(name, task, given) {
    Promise.resolve(kit.functions.get(name).call(task, given)).catch(() => {});
  }

  function lives(task, id) {
    const socket = { id, state: CONNECTING };
    sockets.set(id, socket);
    owners.set(task, socket);
    if (!isLive(current)) current = socket;
    for (const name of ['offOpen', 'offMessage', 'offError', 'offClose']) delete task[name];
    const constants = { CONNECTING, OPEN, CLOSING, CLOSED };
    Object.assign(task, constants, {
      send: given => quietly('sendSocketMessage', task, given),
      close: given => quietly('closeSocket', task, given),
    });
    Object.defineProperty(task, 'readyState', { enumerable: true, configurable: true, get: () => socket.state, set() {} });
    const end = () => {
      socket.state = CLOSED;
      sockets.delete(id);
    };
    return {
      before(event) {
        if (event === 'open' && socket.state === CONNECTING) socket.state = OPEN;
        if (event === 'error' || event === 'close') socket.state = CLOSED;
      },
      after(event, data) {
        if (socket === current && single[event]) kit.guard(single[event], undefined, data);
      },
      refused: end,
      ended: end,
    };
  }

  /** What is wrong with data, or nothing. */
  function dataFault(data) {
    if (data === undefined || data === null) return 'DATA_IS_NULL';
    return typeof data === 'string' || kit.tag(data) === 'ArrayBuffer' ? '' : 'UNKNOWN_DATA';
  }

  function send(options, self) {
    const socket = owners.get(self) ?? current;
    const alone = !owners.has(self) && socket?.state !== OPEN;
    const open = socket?.state === OPEN;
    const { data } = options;
    const fault = alone ? 'NOT_CONNECTED' : !open ? 'NOT_OPEN' : dataFault(data);
    return { socket: socket?.id ?? 0, open, ...(fault ? { fault } : { data }) };
  }

  function utf8Bytes(text) {
    let bytes = 0;
    for (const character of text) {
      const point = character.codePointAt(0);
      bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    }
    return bytes;
  }

  function close(options, self) {
    const own = owners.get(self);
    const socket = own ?? (isLive(current) ? current : undefined);
    const code = typeof options.code === 'number' ? options.code : 1000;
    const reason = typeof options.reason === 'string' ? options.reason : '';
    const mayBeSent = code === 1000 || (Number.isInteger(code) && code >= 3000 && code <= 4999);
    const fault = !mayBeSent ? 'CLOSE_CODE' : utf8Bytes(reason) > MAX_REASON_BYTES ? 'CLOSE_REASON' : '';
    if (fault) return { socket: socket?.id ?? 0, fault };
    if (own) return { socket: own.id, code, reason };
    // The functions without a task close every socket (closeSocketClosesAll), and free the slot at once.
    const others = [...sockets.values()].filter(other => other !== socket && isLive(other)).map(other => other.id);
    if (!socket) return { socket: 0, others, fault: 'NOT_CONNECTED' };
    socket.state = CLOSED;
    return { socket: socket.id, others, code, reason };
  }

  const listen = (name, event) => ({
    prepare(f) {
      if (typeof f === 'function') single[event] = f;
      else console.error(`${name} should accept a function instead of ${kit.tag(f)}`);
      return {};
    },
    finish: () => undefined,
  });

  const NOT_OPEN = 'SocketTask.readyState is not OPEN';

  return kit.script('connect-socket.js', {
    connectSocket: { prepare, lives },
    sendSocketMessage: {
      prepare: send,
      failed: failure =>
        failure.errMsg.endsWith(NOT_OPEN) ? { ...failure, errMsg: `SocketTask.send:fail ${NOT_OPEN}` } : failure,
    },
    closeSocket: { prepare: close },
    onSocketOpen: listen('onSocketOpen', 'open'),
    onSocketMessage: listen('onSocketMessage', 'message'),
    onSocketError: listen('onSocketError', 'error'),
    onSocketClose: listen('onSocketClose', 'close'),
  });
};
