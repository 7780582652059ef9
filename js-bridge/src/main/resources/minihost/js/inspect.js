// Prints values readably, as consoles do: kit.inspect for the console, the REPL and error texts.
(host, kit) => {
  'use strict';
  const WIDTH = 72;
  const ITEMS = 100;
  const quote = s => `'${JSON.stringify(s).slice(1, -1).replace(/\\"/g, '"').replace(/'/g, "\\'")}'`;
  const isName = key => /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key);
  const tag = value => Object.prototype.toString.call(value).slice(8, -1);

  const named = value => {
    const proto = Object.getPrototypeOf(value);
    if (proto === null) return '[Object: null prototype]';
    const { constructor } = proto;
    return typeof constructor === 'function' && constructor.name ? constructor.name : 'Object';
  };

  function primitive(value, nested) {
    switch (typeof value) {
      case 'string':
        return nested ? quote(value) : value;
      case 'number':
        return Object.is(value, -0) ? '-0' : String(value);
      case 'bigint':
        return `${value}n`;
      default:
        return String(value);
    }
  }

  function callable(value) {
    const isClass = /^class\b/.test(Function.prototype.toString.call(value));
    const name = value.name || '(anonymous)';
    return isClass ? `[class ${name}]` : `[Function: ${name}]`;
  }

  function join(head, open, parts, close, indent) {
    const prefix = head ? `${head} ` : '';
    if (!parts.length) return `${prefix}${open}${close}`;
    const line = `${prefix}${open} ${parts.join(', ')} ${close}`;
    if (line.length + indent.length <= WIDTH && !line.includes('\n')) return line;
    const inner = `${indent}  `;
    return `${prefix}${open}\n${inner}${parts.join(`,\n${inner}`)}\n${indent}${close}`;
  }

  const more = (parts, count) => (count > ITEMS ? [...parts, `... ${count - ITEMS} more`] : parts);

  /** Never throws, whatever a proxy or a getter of the value does. */
  function show(value, ...how) {
    try {
      return open(value, ...how);
    } catch {
      return `[${typeof value} that cannot be shown]`;
    }
  }

  function open(value, depth, seen, indent, nested = true) {
    if (value === null || (typeof value !== 'object' && typeof value !== 'function')) {
      return primitive(value, nested);
    }
    if (seen.includes(value)) return '[Circular]';
    const path = [...seen, value];
    const inner = `${indent}  `;
    const child = v => show(v, depth - 1, path, inner);
    const property = key => {
      const own = Object.getOwnPropertyDescriptor(value, key);
      const label = typeof key === 'symbol' ? `[${String(key)}]` : isName(key) ? key : quote(key);
      if (own.get) return `${label}: [${own.set ? 'Getter/Setter' : 'Getter'}]`;
      if (own.set) return `${label}: [Setter]`;
      return `${label}: ${child(own.value)}`;
    };
    const keys = Reflect.ownKeys(value).filter(k => Object.getOwnPropertyDescriptor(value, k)?.enumerable);

    if (typeof value === 'function') {
      return keys.length && depth > 0 ? join(callable(value), '{', keys.map(property), '}', indent) : callable(value);
    }
    if (value instanceof Error) {
      const [head, stack] = kit.describe(value);
      const frames = kit.frames(stack);
      return frames ? `${head}\n${frames}` : `[${head}]`;
    }
    if (value instanceof Date) return isNaN(value) ? 'Invalid Date' : value.toISOString();
    if (value instanceof RegExp) return String(value);
    if (value instanceof Promise) return 'Promise {}';
    if (tag(value) === 'WeakMap' || tag(value) === 'WeakSet') return `${tag(value)} { <items unknown> }`;
    if (value instanceof ArrayBuffer) return `ArrayBuffer { byteLength: ${value.byteLength} }`;
    if (depth < 0) return Array.isArray(value) ? '[Array]' : `[${named(value)}]`;
    if (Array.isArray(value) || ArrayBuffer.isView(value)) {
      const parts = [];
      const length = value.length ?? value.byteLength;
      for (let i = 0; i < Math.min(length, ITEMS); i++) parts.push(i in value ? child(value[i]) : '<empty>');
      const extra = keys.filter(k => typeof k === 'symbol' || !/^\d+$/.test(k)).map(property);
      const head = Array.isArray(value) ? (named(value) === 'Array' ? '' : `${named(value)}(${length})`) : `${named(value)}(${length})`;
      return join(head, '[', [...more(parts, length), ...extra], ']', indent);
    }
    if (value instanceof Map) {
      const parts = [...value].slice(0, ITEMS).map(([k, v]) => `${child(k)} => ${child(v)}`);
      return join(`Map(${value.size})`, '{', more(parts, value.size), '}', indent);
    }
    if (value instanceof Set) {
      const parts = [...value].slice(0, ITEMS).map(child);
      return join(`Set(${value.size})`, '{', more(parts, value.size), '}', indent);
    }
    const name = named(value);
    const boxed = ['Number', 'String', 'Boolean'].includes(tag(value));
    if (boxed) return `[${tag(value)}: ${primitive(value.valueOf(), true)}]`;
    return join(name === 'Object' ? '' : name, '{', more(keys.slice(0, ITEMS).map(property), keys.length), '}', indent);
  }

  /** @param depth how many levels of nesting are opened */
  kit.inspect = (value, depth = 3, nested = true) => show(value, depth, [], '', nested);
  return { inspect: (value, depth) => kit.inspect(value, depth) };
};
