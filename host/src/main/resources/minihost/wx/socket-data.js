// What UDPSocket and TCPSocket take as data: text, an ArrayBuffer, or a view, of which its own range
// is sent (sockets sheet 2.2, 3.1).
(host, kit) => {
  'use strict';
  const bytesOf = data => {
    if (data instanceof ArrayBuffer) return new Uint8Array(data);
    return ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : undefined;
  };

  /** As Java takes it: `data`, or `fault` in words. `offset` and `length` count for bytes alone. */
  kit.socketData = (data, offset, length) => {
    if (typeof data === 'string') return { data };
    const bytes = bytesOf(data);
    if (!bytes) return { fault: `message should be String or ArrayBuffer instead of ${kit.tag(data)}` };
    const start = offset ?? 0;
    const count = length ?? bytes.length - start;
    const whole = [start, count].every(n => Number.isInteger(n) && n >= 0) && start + count <= bytes.length;
    if (!whole) return { fault: `offset ${start} and length ${count} are not within ${bytes.length} bytes` };
    return { data: bytes.slice(start, start + count).buffer };
  };

  /** A value of the wrong type is none. */
  kit.only = (value, type) => (typeof value === type ? value : undefined);
  kit.peer = ({ address, port }) =>
    kit.dataOf({ address: kit.only(address, 'string'), port: kit.only(port, 'number') });
  return {};
};
