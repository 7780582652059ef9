// Base64 as RFC 4648 has it: with padding on the way out; on the way in it may be missing, and blanks are skipped.
(host, kit) => {
  'use strict';
  const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const VALUES = new Map([...ALPHABET].map((letter, value) => [letter, value]));

  function encode(buffer) {
    if (!(buffer instanceof ArrayBuffer)) throw new TypeError('arrayBufferToBase64: the argument should be an ArrayBuffer');
    const bytes = new Uint8Array(buffer);
    let text = '';
    for (let i = 0; i < bytes.length; i += 3) {
      const three = (bytes[i] << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
      const letters = [18, 12, 6, 0].map(shift => ALPHABET[(three >> shift) & 63]);
      text += letters.slice(0, Math.min(4, bytes.length - i + 1)).join('').padEnd(4, '=');
    }
    return text;
  }

  function decode(text) {
    const values = [];
    for (const letter of String(text).replace(/[\s=]/g, '')) {
      if (!VALUES.has(letter)) throw new Error(`base64ToArrayBuffer: "${letter}" is no letter of base64`);
      values.push(VALUES.get(letter));
    }
    const bytes = new Uint8Array(Math.floor((values.length * 3) / 4));
    for (let i = 0, at = 0; at < bytes.length; i += 4) {
      const four = (values[i] << 18) | (values[i + 1] << 12) | ((values[i + 2] ?? 0) << 6) | (values[i + 3] ?? 0);
      for (const shift of [16, 8, 0]) if (at < bytes.length) bytes[at++] = (four >> shift) & 255;
    }
    return bytes.buffer;
  }

  const pure = finish => ({ prepare: () => ({}), finish: (answer, argument) => finish(argument) });
  return kit.script('base64.js', { base64ToArrayBuffer: pure(decode), arrayBufferToBase64: pure(encode) });
};
