'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.default = (n, low, high) => Math.min(Math.max(n, low), high);
