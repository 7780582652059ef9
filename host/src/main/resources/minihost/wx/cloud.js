// wx.cloud: which environments have been initialised, and what a call of a container is made of.
(host, kit) => {
  'use strict';
  const text = value => (typeof value === 'string' ? value : '');
  const TYPES = { path: 'String', service: 'String', header: 'Object', config: 'Object', timeout: 'Number' };

  /** The program's own cloud; wx.cloud.init counts once, later calls change nothing. */
  const own = { owner: '', env: '', initialised: false };
  /** What carries a callContainer of its own -> its environment. */
  const clouds = new WeakMap();

  function init(cloud, env) {
    if (!cloud.initialised) Object.assign(cloud, { env: cloud.env || text(env), initialised: true });
  }

  /** `new wx.cloud.Cloud({ resourceAppid, resourceEnv })`: an environment another account shares. */
  function shared(options) {
    const { resourceAppid, resourceEnv } = Object(options);
    const cloud = { owner: text(resourceAppid), env: text(resourceEnv), initialised: false };
    const made = {
      init: async given => init(cloud, given?.env),
      callContainer: param => kit.functions.get('cloud.callContainer').call(made, param),
      connectContainer: param => kit.functions.get('cloud.connectContainer').call(made, param),
    };
    clouds.set(made, cloud);
    return made;
  }

  /** The header that chooses the service, in whatever case (sheet 8.5); it comes before the option. */
  const serviceIn = header => header[Object.keys(header).findLast(name => name.toLowerCase() === 'x-wx-service')];

  /** The first option of a wrong type, in words. */
  function fault(options) {
    const [key, want] =
      Object.entries(TYPES).find(([name, type]) => ![type, 'Undefined', 'Null'].includes(kit.tag(options[name]))) ?? [];
    return key ? `parameter.${key} should be ${want} instead of ${kit.tag(options[key])};` : '';
  }

  function prepare(options, self) {
    const { owner, env, initialised } = clouds.get(self) ?? own;
    const { data, path, service, config } = options;
    const header = kit.http.header('cloud.callContainer', options.header, 'application/json');
    const method = kit.http.method(options.method);
    kit.http.checkData(data);
    const sent = {
      path: kit.http.address(method, text(path) || '/', data),
      method,
      owner,
      env: text(config?.env) || env,
      service: serviceIn(header) ?? text(service),
      initialised,
      fault: fault(options),
      timeout: typeof options.timeout === 'number' ? options.timeout : 0,
      arraybuffer: kit.http.isBinary(options),
      follow: options.followRedirect !== false,
    };
    kit.http.addPayload(sent, method, data, header);
    return sent;
  }

  /** What stands for a container when wx.connectSocket is called on it -> where that is. */
  kit.containers = new WeakMap();
  /** Options of a call in progress -> its container. */
  const wanted = new WeakMap();

  function prepareConnect(options, self) {
    const { owner, env, initialised } = clouds.get(self) ?? own;
    const { path, service, config, header } = options;
    const container = {
      path: text(path) || '/',
      owner,
      env: text(config?.env) || env,
      service: serviceIn(Object(header)) ?? text(service),
    };
    wanted.set(options, container);
    return { ...container, method: 'GET', initialised, fault: fault(options) };
  }

  /** The socket is an ordinary one, and compresses unless told not to. */
  function connected(result, options) {
    const at = {};
    kit.containers.set(at, wanted.get(options));
    const { header, protocols, tcpNoDelay, perMessageDeflate, timeout } = options;
    const param = { url: '', header, protocols, tcpNoDelay, perMessageDeflate: perMessageDeflate !== false, timeout };
    return { socketTask: kit.functions.get('connectSocket').call(at, param), ...result };
  }

  const failed = failure => Object.assign(new Error(failure.errMsg), { errCode: -1 }, failure);

  return kit.script('cloud.js', {
    'cloud.init': { prepare: () => ({}), finish: (_, options) => init(own, options?.env) },
    'cloud.Cloud': { prepare: () => ({}), finish: (_, options) => shared(options) },
    'cloud.CloudID': { prepare: () => ({}), finish: (_, cloudID) => ({ cloudID }) },
    'cloud.CDN': { prepare: () => ({}), finish: (_, target) => ({ target }) },
    'cloud.connectContainer': { prepare: prepareConnect, finish: connected, failed },
    'cloud.callContainer': { prepare, finish: kit.http.parsed, failed },
  });
};
