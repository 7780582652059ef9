// The head of a universal module, as bundlers write it.
(function (root, factory) {
  if (typeof exports === 'object' && typeof module !== 'undefined') module.exports = factory(root, 'commonjs');
  else if (typeof define === 'function' && define.amd) define(['exports'], factory);
  else root.umdProbe = factory(root, 'browser');
})(typeof self !== 'undefined' ? self : typeof window !== 'undefined' ? window : this, function (root, kind) {
  'use strict';
  var global =
    (typeof globalThis === 'object' && globalThis) ||
    (typeof window !== 'undefined' && window) ||
    Function('return this')();
  var found = Function('return this')();
  var count = 0;
  return {
    kind: kind,
    browser: [typeof window, typeof self, typeof document, typeof XMLHttpRequest].join(' '),
    fromFunction: found === global && typeof found.wx.request,
    count: function () {
      return ++count;
    },
  };
});
