// What UDPSocket and TCPSocket take as data: text, an ArrayBuffer, or a view, of which its own range
// is sent (sockets sheet 2.2, 3.1).
(host, kit) => {
  'use strict';
  /** The buffer of `data` and the range of it that is meant: a typed array's own is slow to copy. */
  const rangeOf = data => {
    if (data instanceof ArrayBuffer) return { buffer: data, from: 0, length: data.byteLength };
    if (!ArrayBuffer.isView(data)) return undefined;
    return { buffer: data.buffer, from: data.byteOffset, length: data.byteLength };
  };

  /** As Java takes it: `data`, or `fault` in words. `offset` and `length` count for bytes alone. */
  kit.socketData = (data, offset, length) => {
    if (typeof data === 'string') return { data };
    const range = rangeOf(data);
    if (!range) return { fault: `message should be String or ArrayBuffer instead of ${kit.tag(data)}` };
    const start = offset ?? 0;
    const count = length ?? range.length - start;
    const whole = [start, count].every(n => Number.isInteger(n) && n >= 0) && start + count <= range.length;
    if (!whole) return { fault: `offset ${start} and length ${count} are not within ${range.length} bytes` };
    if (count === range.buffer.byteLength) return { data: range.buffer };
    return { data: range.buffer.slice(range.from + start, range.from + start + count) };
  };

  /** A value of the wrong type is none. */
  kit.only = (value, type) => (typeof value === type ? value : undefined);
  // A port is often what a person has typed: the phone reads the digits of a text.
  const portOf = value => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : kit.only(value, 'number'));
  kit.peer = ({ address, port }) => kit.dataOf({ address: kit.only(address, 'string'), port: portOf(port) });
  return {};
};
