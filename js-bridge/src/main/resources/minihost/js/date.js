// Date by the loop's clock, so that a program's own reckoning moves with its timers.
(host, kit) => {
  'use strict';
  const Native = Date;
  const { construct } = Reflect;

  function Date_(...args) {
    if (!new.target) return new Native(host.epoch()).toString();
    return construct(Native, args.length ? args : [host.epoch()], new.target);
  }
  const hidden = (owner, name, value) =>
    Object.defineProperty(owner, name, { value, writable: true, configurable: true });

  Object.defineProperty(Date_, 'name', { value: 'Date' });
  Object.defineProperty(Date_, 'length', { value: Native.length });
  Object.defineProperty(Date_, 'prototype', { value: Native.prototype, writable: false });
  hidden(Date_, 'now', function now() {
    return host.epoch();
  });
  hidden(Date_, 'parse', Native.parse);
  hidden(Date_, 'UTC', Native.UTC);
  hidden(Native.prototype, 'constructor', Date_);
  kit.define('Date', Date_);
  return {};
};
