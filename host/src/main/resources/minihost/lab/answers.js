// An answer of a route as its author writes it, made plain; and a request as its author reads it.
(host, kit) => {
  'use strict';
  const FIELDS = [
    'status', 'headers', 'json', 'text', 'body', 'chunks', 'interval', 'size', 'redirect', 'delay',
    'fault', 'bytesPerSecond', 'websocket',
  ];
  const SOCKET_FIELDS = ['echo', 'send', 'ping', 'close', 'fault'];
  const CONTENTS = ['json', 'text', 'body', 'chunks', 'size', 'websocket'];

  const refuse = text => {
    throw new TypeError(text);
  };

  const bytes = value => {
    if (value instanceof ArrayBuffer) return value;
    if (ArrayBuffer.isView(value)) {
      return value.buffer.slice(value.byteOffset, value.byteOffset + value.byteLength);
    }
    return refuse(`body must be an ArrayBuffer, not ${kit.inspect(value)}; use text for text`);
  };

  const chunk = value => (typeof value === 'string' ? value : bytes(value));

  const chunks = values => {
    if (!Array.isArray(values)) refuse(`chunks must be an array, not ${kit.inspect(values)}`);
    return values.map(chunk);
  };

  const websocket = value => {
    const script = value === 'echo' ? {} : value;
    if (script === null || typeof script !== 'object') {
      refuse(`websocket must be 'echo' or an object, not ${kit.inspect(value)}`);
    }
    const unknown = Object.keys(script).find(key => !SOCKET_FIELDS.includes(key));
    if (unknown) refuse(`websocket has no field "${unknown}"; it may have ${SOCKET_FIELDS.join(', ')}`);
    const { echo = true, ping = false, send = [], close = [], fault } = script;
    if (!Array.isArray(send)) refuse(`websocket.send must be an array, not ${kit.inspect(send)}`);
    if (!Array.isArray(close)) {
      refuse(`websocket.close must be an array such as [4001, 'bye'], not ${kit.inspect(close)}`);
    }
    const [code, reason = ''] = close;
    return {
      echo: Boolean(echo), ping: Boolean(ping), send: send.map(chunk), code,
      reason: String(reason), fault: fault === undefined ? undefined : String(fault),
    };
  };

  const headerLines = headers =>
    Object.entries(headers).flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).map(one => [name, String(one)]));

  kit.labAnswer = answer => {
    if (answer === null || typeof answer !== 'object') {
      refuse(`a route must answer an object such as { json: [] }, not ${kit.inspect(answer)}`);
    }
    const unknown = Object.keys(answer).find(key => !FIELDS.includes(key));
    if (unknown) refuse(`an answer has no field "${unknown}"; it may have ${FIELDS.join(', ')}`);
    const contents = CONTENTS.filter(key => answer[key] !== undefined);
    if (contents.length > 1) refuse(`an answer has ${contents.join(' and ')}: only one fits`);
    const made = { ...answer, headers: headerLines(answer.headers || {}) };
    if (contents[0] === 'json') made.json = JSON.stringify(answer.json);
    if (contents[0] === 'text') made.text = String(answer.text);
    if (contents[0] === 'body') made.body = bytes(answer.body);
    if (contents[0] === 'chunks') made.chunks = chunks(answer.chunks);
    if (contents[0] === 'websocket') made.websocket = websocket(answer.websocket);
    return made;
  };

  kit.labRequest = parts => ({
    ...parts,
    get json() {
      return parts.body === '' ? undefined : JSON.parse(parts.body);
    },
  });
  return {};
};
