// The calling convention of `wx`, once for every function: success/fail/complete or a Promise, tasks
// with their methods and events, program-wide events, argument checks (sheet 0.4, 8.2).
(host, kit) => {
  'use strict';
  const tag = value => Object.prototype.toString.call(value).slice(8, -1);
  const capital = name => name[0].toUpperCase() + name.slice(1);
  const calls = new Map();
  const objects = new Map();
  const listeners = new Map();
  const scripts = new Map();
  const wx = {};
  let last = 0;

  /** Thrown by a family's `prepare`: the call fails at once with this code. */
  class Refusal {
    constructor(code, detail, why, fix) {
      Object.assign(this, { code, detail, why, fix });
    }
  }
  kit.refuse = (code, detail = '', why = '', fix = '') => {
    throw new Refusal(code, String(detail), why, fix);
  };
  kit.tag = tag;

  /** Most calls are right, and most parameters are strings: those take no detour. */
  const isOf = (want, value) => (want === 'String' && typeof value === 'string') || tag(value) === want;

  function checkTypes(required, argument, options = argument) {
    if (tag(argument) !== 'Object') {
      kit.refuse('PARAMETER_ERROR', `parameter should be Object instead of ${tag(argument)};`);
    }
    let faults = '';
    for (const key of Object.keys(required)) {
      const want = required[key];
      if (!isOf(want, options[key])) faults += `parameter.${key} should be ${want} instead of ${tag(options[key])};`;
    }
    if (faults) kit.refuse('PARAMETER_ERROR', faults);
  }

  /** Like the check of required parameters, for those that may be left out. */
  kit.checkGiven = (types, options) =>
    checkTypes(Object.fromEntries(Object.entries(types).filter(([key]) => options[key] !== undefined)), options);

  /**
   * The options as the call finds them: each is read once, whoever asks how often. A script that
   * knows its options does so faster, with a `read` of its own.
   */
  function readOnce(options) {
    const read = new Map();
    return new Proxy(options, {
      get(target, key) {
        if (!read.has(key)) read.set(key, target[key]);
        return read.get(key);
      },
    });
  }

  /** Only data crosses to Java: callbacks stay here. */
  const dataOf = options =>
    Object.fromEntries(Object.entries(options).filter(([, v]) => typeof v !== 'function' && v !== undefined));

  kit.dataOf = dataOf;

  function deliver(call, ok, result) {
    if (call.resolve) return ok ? call.resolve(result) : call.reject(result);
    const { options } = call;
    const first = ok ? options.success : options.fail;
    if (typeof first === 'function') kit.guard(first, undefined, result);
    if (typeof options.complete === 'function') kit.guard(options.complete, undefined, result);
    const isUnheard = !ok && kit.unheard && typeof first !== 'function' && typeof options.complete !== 'function';
    if (isUnheard) kit.unheard(call.api, options, result);
    return undefined;
  }

  /** `onX` and `offX`; without an argument `offX` removes all. */
  function subscriptions(target, name, set, listening = () => {}) {
    target[`on${name}`] = f => {
      if (typeof f !== 'function') return;
      set.add(f);
      listening();
    };
    target[`off${name}`] = f => {
      if (f === undefined) set.clear();
      else set.delete(f);
    };
  }

  /** Java makes nothing of events to which nobody has listened yet. */
  function task(id, shape, call, lasting) {
    const made = {};
    for (const method of shape.methods) {
      made[method] = () => {
        if (calls.has(id)) host.method(id, method);
      };
    }
    for (const event of shape.events) {
      if (lasting) {
        objectSubscriptions(made, capital(event), (call.listeners[event] = []));
        continue;
      }
      const set = new Set();
      call.listeners[event] = set;
      subscriptions(made, capital(event), set, () => {
        if (calls.has(id)) host.listen(id, event);
      });
    }
    return made;
  }

  const words = list => (list === '' ? [] : list.split(','));

  /** What Java's Shape.line wrote of a function or an event; undefined where there is none. */
  function read(name) {
    const line = host.shape(name);
    if (line === null) return undefined;
    const [kind, script, methods, events, parameters] = line.split('\t');
    const required = Object.fromEntries(words(parameters).map(parameter => parameter.split(':')));
    return { name, kind, script, methods: words(methods), events: words(events), required };
  }

  /** Read when first asked for: a start has hundreds of them to define, and a program uses few. */
  const shapes = new Map();
  function shapeOf(name) {
    if (shapes.has(name)) return shapes.get(name);
    const shape = read(name);
    if (shape) shapes.set(name, shape);
    return shape;
  }

  const own = value => value;
  const isSilent = ({ success, fail, complete }) => [success, fail, complete].every(f => typeof f !== 'function');

  /** What the family's own script says of a function; it is loaded at the first call. */
  function scriptOf(shape) {
    if (!shape.script) return {};
    if (!scripts.has(shape.script)) host.load(shape.name);
    const script = scripts.get(shape.script);
    return script[shape.name] ?? script;
  }

  /** The names of an object's own members and of its class's. */
  kit.membersOf = object => {
    const names = new Set();
    for (let at = object; at && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
      for (const name of Object.getOwnPropertyNames(at)) if (name !== 'constructor') names.add(name);
    }
    return [...names];
  };

  /** The script of a function that exists, by its name. */
  kit.scriptOf = name => scriptOf(shapeOf(name));

  function asynchronous(of) {
    return function (argument = {}) {
      const shape = shapeOf(of);
      const { read = readOnce, prepare = dataOf, finish = own, failed = own, lives } = scriptOf(shape);
      const id = ++last;
      const options = read(argument === null ? {} : Object(argument));
      const call = { api: shape.name, options, listeners: {}, finish, failed };
      let promise;
      if (shape.kind === 'ASYNC' && isSilent(options)) {
        promise = new Promise((resolve, reject) => Object.assign(call, { resolve, reject }));
      }
      let prepared;
      try {
        checkTypes(shape.required, argument, options);
        prepared = prepare(options, this);
      } catch (refusal) {
        if (!(refusal instanceof Refusal)) throw refusal;
        const { code, detail, why, fix } = refusal;
        deliver(call, false, failed(host.refuse(id, shape.name, code, detail, why, fix)));
        return promise;
      }
      const hasTask = shape.kind === 'TASK' || (!promise && shape.methods.length > 0);
      const made = hasTask ? task(id, shape, call, lives) : promise;
      calls.set(id, call);
      // A task that lives on has a life of its own, kept by the family's script.
      if (lives) objects.set(id, { listeners: call.listeners, ...lives(made, id, options) });
      if (!host.start(id, shape.name, prepared)) objects.get(id)?.refused?.();
      return made;
    };
  }

  /** Takes arguments as `prepare` does, which makes options of them. */
  const synchronous = of =>
    function (...args) {
      const shape = shapeOf(of);
      const { prepare = (argument = {}) => dataOf(Object(argument)), finish = own } = scriptOf(shape);
      let prepared;
      try {
        prepared = prepare(...args);
        checkTypes(shape.required, prepared);
      } catch (refusal) {
        if (!(refusal instanceof Refusal)) throw refusal;
        const { code, detail, why, fix } = refusal;
        throw new Error(host.refuse(++last, shape.name, code, detail, why, fix).errMsg);
      }
      return finish(host.answer(shape.name, prepared), ...args);
    };

  /** Returns what its call, which settles before `start` returns, succeeds with; see Shape.Kind.IMMEDIATE. */
  const immediate = of =>
    function (...args) {
      const shape = shapeOf(of);
      const { prepare = (...given) => ({ arguments: given }), finish = own } = scriptOf(shape);
      const id = ++last;
      let result;
      let failure;
      const resolve = ({ errMsg, ...rest }) => (result = rest);
      const reject = failed => (failure = failed);
      calls.set(id, { api: shape.name, options: {}, listeners: {}, finish: own, failed: own, resolve, reject });
      host.start(id, shape.name, prepare(...args));
      if (failure) throw Object.assign(new Error(failure.errMsg), failure);
      return finish('returns' in result ? result.returns : result, ...args);
    };

  /** Several listeners, also the same one twice, each as often as it was given (sockets sheet 0.3). */
  function objectSubscriptions(target, name, list) {
    target[`on${name}`] = f => {
      if (typeof f === 'function') list.push(f);
      else console.error(`on${name} should accept a function instead of ${tag(f)}`);
    };
    target[`off${name}`] = f => {
      const kept = f === undefined ? [] : list.filter(g => g !== f);
      list.splice(0, list.length, ...kept);
    };
  }

  /**
   * What lives on until Java says that it has ended. The family's script may shape the arguments of
   * each method, `methods: {send: (...args) => plainData}`, its result, `results`, and the data of an
   * event, `events`, and say what a
   * method does once it has ended: `ended: {send: (raise, ...args) => …}`, where `raise(event, data)`.
   */
  const making = of =>
    function (...args) {
      const shape = shapeOf(of);
      const { prepare = (argument = {}) => dataOf(Object(argument)), methods = {}, results = {}, events = {}, ended = {} } = scriptOf(shape);
      const id = ++last;
      const made = {};
      const object = { listeners: {}, events, over: false, ended: () => (object.over = true) };
      const tell = (event, data) => object.listeners[event].slice().forEach(f => kit.guard(f, undefined, data));
      const raise = (event, data) => Promise.resolve().then(() => tell(event, data));
      for (const method of shape.methods) {
        made[method] = (...given) => {
          if (object.over) return ended[method]?.(raise, ...given);
          const data = methods[method] ? methods[method](...given) : dataOf(Object(given[0] ?? {}));
          const answer = host.invoke(id, method, data);
          if (method === 'close') object.over = true;
          return results[method] ? results[method](answer) : undefined;
        };
      }
      for (const name of shape.events) objectSubscriptions(made, capital(name), (object.listeners[name] = []));
      objects.set(id, object);
      try {
        host.make(id, shape.name, prepare(...args));
      } catch (thrown) {
        objects.delete(id);
        throw new Error(thrown.message);
      }
      return made;
    };

  /** Listeners of a program-wide event. */
  const listenersOf = event => {
    if (!listeners.has(event)) listeners.set(event, new Set());
    return listeners.get(event);
  };
  const on = name => f => {
    if (typeof f === 'function') listenersOf(name.slice('on'.length)).add(f);
  };
  const off = name => f => {
    const set = listenersOf(name.slice('off'.length));
    if (f === undefined) set.clear();
    else set.delete(f);
  };

  const makers = { SYNC: synchronous, IMMEDIATE: immediate, OBJECT: making, ON: on, OFF: off };
  const make = (kind, name) => (makers[kind] ?? asynchronous)(name);

  /**
   * A family's own reading (`read`) and shaping of options (`prepare`, which is also told the object
   * that the function was called on), results (`finish`) and failures (`failed`), and for a task
   * that outlives its call `lives(task, id, options)`, which may return `before` and `after` of each
   * event, `refused` and `ended`; under its file's name: one for all functions that name the file, or one per function, by name.
   */
  kit.script = (file, script) => {
    scripts.set(file, script);
    return {};
  };

  kit.define('wx', wx, true);
  kit.wx = wx;
  /** The functions themselves, by name, whatever the program has put on `wx`. */
  const functions = Object.create(null);
  kit.functions = { get: name => functions[name] };
  /** What exists here, by name; and what has members of its own: `cloud`, a class. */
  kit.shapes = { get: shapeOf, has: name => shapeOf(name) !== undefined };
  const objectNames = new Set();
  kit.isObject = name => objectNames.has(name);

  /** Tells the listeners of a program-wide event. */
  kit.raiseEvent = (name, data) => {
    for (const f of [...(listeners.get(name) ?? [])]) kit.guard(f, undefined, data);
  };

  /** The one object of a class, which some function of `wx` gives: FileSystemManager. */
  const classes = new Map();
  const single = new Map();
  kit.single = name => {
    if (!single.has(name)) {
      const methods = classes.get(name).map(method => `${name}.${method}`);
      single.set(name, Object.fromEntries(methods.map(whole => [whole.slice(name.length + 1), make(shapeOf(whole).kind, whole)])));
    }
    return single.get(name);
  };

  /** `cloud.init` is a member of the object `wx.cloud`, `worklet.Easing.in` of one in an object. */
  function part(name, value) {
    const path = name.split('.');
    const key = path.pop();
    objectNames.add(path[0]);
    path.reduce((at, next) => (at[next] ??= {}), wx)[key] = value;
  }

  return {
    /**
     * Puts names on `wx`, each with the kind of what it is; `methods` are those of classes, by class. A start has
     * hundreds of names and runs this before anything is warm, so for each no more is done than must be.
     */
    define(names, kinds, methods, constants, globals, limits, first) {
      kit.limits = limits;
      last = first;
      Object.assign(wx, constants);
      for (const [name, value] of Object.entries(globals)) kit.define(name, value);
      for (const [name, all] of Object.entries(methods)) {
        objectNames.add(name);
        classes.set(name, all);
      }
      for (let i = 0; i < names.length; i++) {
        const name = names[i];
        const made = make(kinds[i], name);
        functions[name] = made;
        if (name.includes('.')) part(name, made);
        else wx[name] = made;
      }
    },
    change(limits) {
      kit.limits = limits;
    },
    emit(id, name, data) {
      const object = objects.get(id);
      object?.before?.(name, data);
      const shape = object?.events?.[name];
      const shaped = shape ? shape(data) : data;
      for (const f of [...((object ?? calls.get(id))?.listeners[name] ?? [])]) kit.guard(f, undefined, shaped);
      object?.after?.(name, data);
    },
    /** No event follows. */
    ended(id) {
      const object = objects.get(id);
      objects.delete(id);
      object?.ended?.();
    },
    settle(id, ok, result) {
      const call = calls.get(id);
      if (!call) return;
      calls.delete(id);
      if (!ok) objects.get(id)?.refused?.();
      if (!ok) objects.delete(id);
      deliver(call, ok, ok ? call.finish(result, call.options) : call.failed(result));
    },
    raise(name, data) {
      kit.raiseEvent(name, data);
    },
  };
};
