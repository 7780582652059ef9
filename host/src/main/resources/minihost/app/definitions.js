// What Page(), Component() and Behavior() are given, merged into one definition that instances are
// made from.
(host, kit) => {
  'use strict';
  const LIFETIMES = ['created', 'attached', 'ready', 'detached'];
  const PAGE_LIFETIMES = ['show', 'hide'];
  const EMPTY_VALUES = new Map([[String, ''], [Number, 0], [Boolean, false]]);
  const isFunction = value => typeof value === 'function';
  const listOf = value => (Array.isArray(value) ? value.filter(kit.isPlain) : []);
  const entriesOf = value => Object.entries(value ?? {});

  /** Lets the behaviors that a definition names rewrite it, before anything is read of it. */
  kit.filterDefinition = definition => {
    for (const behavior of listOf(definition.behaviors)) {
      if (!isFunction(behavior.definitionFilter)) continue;
      const inner = listOf(behavior.behaviors).map(b => b.definitionFilter).filter(isFunction);
      behavior.definitionFilter(definition, inner);
    }
    return definition;
  };

  /** Every behavior once, those that others are built on first. */
  function behaviorsOf(definition, found = []) {
    for (const behavior of listOf(definition.behaviors)) {
      if (found.includes(behavior)) continue;
      behaviorsOf(behavior, found);
      found.push(behavior);
    }
    return found;
  }

  const empty = () => ({ data: [], members: {}, properties: {}, hooks: {}, observers: [] });

  function addComponent(merged, part) {
    if (part.data) merged.data.push(part.data);
    Object.assign(merged.members, part.methods);
    Object.assign(merged.properties, part.properties);
    const hook = (name, f) => {
      if (isFunction(f)) (merged.hooks[name] ??= []).push(f);
    };
    for (const name of LIFETIMES) hook(name, part.lifetimes?.[name] ?? part[name]);
    for (const name of PAGE_LIFETIMES) hook(name, part.pageLifetimes?.[name]);
    addObservers(merged, part);
  }

  function addObservers(merged, part) {
    for (const [fields, f] of entriesOf(part.observers)) {
      if (isFunction(f)) merged.observers.push({ fields: fields.split(',').map(readField), f });
    }
  }

  /** A field to observe: `a.b`, `a[0]`, `a.**` or `**`. */
  function readField(text) {
    const field = text.trim();
    const deep = field === '**' || field.endsWith('.**');
    return { deep, keys: kit.parsePath(deep ? field.slice(0, -2).replace(/\.$/, '') : field) };
  }

  kit.componentDefinition = definition => {
    const merged = empty();
    for (const part of [...behaviorsOf(definition), definition]) addComponent(merged, part);
    return merged;
  };

  kit.pageDefinition = definition => {
    const merged = empty();
    for (const behavior of behaviorsOf(definition)) addComponent(merged, behavior);
    addObservers(merged, definition);
    for (const key in definition) {
      if (key === 'data') merged.data.push(definition.data);
      else if (key !== 'behaviors' && key !== 'observers') merged.members[key] = definition[key];
    }
    return merged;
  };

  /** Functions are bound, the rest is copied, so that two instances share nothing. */
  kit.addMembers = (self, members) => {
    for (const [key, value] of entriesOf(members)) {
      self[key] = isFunction(value) ? value.bind(self) : kit.copyData(value);
    }
  };

  function fromQuery(text, type) {
    if (type === Number) return Number(text);
    if (type === Boolean) return text !== '' && text !== 'false';
    return text;
  }

  function propertyValue(spec, text) {
    const type = kit.isPlain(spec) ? spec.type : spec;
    if (text !== undefined) return fromQuery(text, type);
    if (kit.isPlain(spec) && 'value' in spec) return kit.copyData(spec.value);
    return type === Array ? [] : (EMPTY_VALUES.get(type) ?? null);
  }

  /** The first data of an instance: behaviors, then its own, then properties. */
  kit.initialData = (definition, query) => {
    const data = {};
    for (const part of definition.data) {
      for (const [key, value] of entriesOf(kit.copyData(part))) {
        const both = kit.isPlain(data[key]) && kit.isPlain(value);
        data[key] = both ? { ...data[key], ...value } : value;
      }
    }
    for (const [name, spec] of entriesOf(definition.properties)) data[name] = propertyValue(spec, query[name]);
    return data;
  };

  const isPrefix = (short, long) => short.every((key, i) => key === long[i]);
  const touches = (field, path) => isPrefix(path, field.keys) || (field.deep && isPrefix(field.keys, path));

  /** Calls the observers of the paths that were set. */
  kit.observe = (self, definition, paths) => {
    for (const { fields, f } of definition.observers) {
      const hit = fields.some(field => paths.some(path => touches(field, path)));
      if (hit) kit.guard(f, self, ...fields.map(field => kit.getPath(self.data, field.keys)));
    }
  };
  return {};
};
