// What Page(), Component() and Behavior() are given, merged into one definition that instances are
// made from.
(host, kit) => {
  'use strict';
  const LIFETIMES = ['created', 'attached', 'ready', 'detached'];
  const PAGE_LIFETIMES = ['show', 'hide'];
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

  const empty = () => ({ data: [], members: {}, hooks: {}, observers: [] });

  /** The properties that a behavior brings into a page: only their values. */
  const defaults = part =>
    Object.fromEntries(entriesOf(part.properties).map(([name, spec]) => [name, kit.isPlain(spec) ? spec.value : undefined]));

  function addBehavior(merged, part) {
    if (part.data) merged.data.push(part.data);
    Object.assign(merged.members, part.methods);
    for (const [name, value] of entriesOf(defaults(part))) merged.data.push({ [name]: value });
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

  const partsOf = definition => [...behaviorsOf(definition), definition];

  /** The methods of a component and its behaviors. */
  kit.mergedMethods = definition => {
    const methods = {};
    for (const part of partsOf(definition)) Object.assign(methods, part.methods);
    return methods;
  };

  /** The properties of a component and its behaviors, by name. */
  kit.mergedProperties = definition => Object.assign({}, ...partsOf(definition).map(part => part.properties));

  /** The data of a new component without its properties. */
  kit.ownData = definition => {
    const data = mergedData(partsOf(definition).map(part => part.data).filter(kit.isPlain));
    for (const name of Object.keys(kit.mergedProperties(definition))) delete data[name];
    return data;
  };

  kit.pageDefinition = definition => {
    const merged = empty();
    for (const behavior of behaviorsOf(definition)) addBehavior(merged, behavior);
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

  /** The properties that a query sets, in their types. */
  kit.queryProperties = (definition, query) => {
    const set = {};
    for (const [name, spec] of entriesOf(kit.mergedProperties(definition))) {
      if (query[name] === undefined) continue;
      set[name] = fromQuery(query[name], kit.isPlain(spec) ? spec.type : spec);
    }
    return set;
  };

  function mergedData(parts) {
    const data = {};
    for (const part of parts) {
      for (const [key, value] of entriesOf(kit.copyData(part))) {
        const both = kit.isPlain(data[key]) && kit.isPlain(value);
        data[key] = both ? { ...data[key], ...value } : value;
      }
    }
    return data;
  }

  /** The first data of a page: behaviors, then its own. */
  kit.initialData = definition => mergedData(definition.data);

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
