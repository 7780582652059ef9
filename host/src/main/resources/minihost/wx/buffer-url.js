// URLs of data in memory. Nothing here shows pictures, so nothing reads what such a URL leads to.
(host, kit) => {
  'use strict';
  let last = 0;
  return kit.script('buffer-url.js', {
    createBufferURL: {
      prepare: () => ({}),
      finish(_, buffer) {
        if (buffer instanceof ArrayBuffer || ArrayBuffer.isView(buffer)) return `wxblob://minihost/${++last}`;
        throw new Error(`createBufferURL:fail parameter error: parameter should be ArrayBuffer or TypedArray instead of ${kit.tag(buffer)};`);
      },
    },
    revokeBufferURL: { prepare: () => ({}), finish: () => undefined },
  });
};
