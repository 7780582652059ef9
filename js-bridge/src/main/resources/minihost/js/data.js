// Makes native values from what Java hands over, so that programs never meet a foreign object.
({
  object(...flat) {
    const made = {};
    for (let i = 0; i < flat.length; i += 2) {
      const key = flat[i];
      if (key === '__proto__')
        Object.defineProperty(made, key, { value: flat[i + 1], enumerable: true, configurable: true, writable: true });
      else made[key] = flat[i + 1];
    }
    return made;
  },
  array: (...items) => items,
  buffer: bytes => new ArrayBuffer(bytes),
});
