// Base64 as RFC 4648 has it: with padding on the way out; on the way in it may be missing, and blanks are skipped.
(host, kit) => {
  'use strict';
  return kit.script('base64.js', {
    base64ToArrayBuffer: {
      prepare(given) {
        const text = String(given).replace(/[\s=]/g, '');
        const strange = /[^A-Za-z0-9+/]/u.exec(text);
        if (strange) throw new Error(`base64ToArrayBuffer: "${strange[0]}" is no letter of base64`);
        // One letter alone holds no whole byte.
        return { text: text.length % 4 === 1 ? text.slice(0, -1) : text };
      },
      finish: ({ buffer }) => buffer,
    },
    arrayBufferToBase64: {
      prepare(buffer) {
        if (!(buffer instanceof ArrayBuffer)) throw new TypeError('arrayBufferToBase64: the argument should be an ArrayBuffer');
        return { buffer };
      },
      finish: ({ text }) => text,
    },
  });
};
