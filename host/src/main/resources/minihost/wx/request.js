// Shapes the options of wx.request and its result (sheet 1.1, 1.2, 1.5).
(host, kit) => {
  'use strict';
  const METHODS = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT', 'PATCH'];
  function method(given) {
    const name = kit.http.method(given);
    if (!METHODS.includes(name)) {
      kit.refuse('INVALID_METHOD', given, `"${given}" is no method of wx.request`, `use one of ${METHODS.join(', ')}`);
    }
    return name;
  }

  return kit.script('request.js', {
    prepare(options) {
      const { data } = options;
      const url = String(options.url);
      kit.http.checkUrl(url);
      kit.http.checkData(data);
      const header = kit.http.header('request', options.header, 'application/json');
      const verb = method(options.method);
      kit.http.checkHost(url);
      return {
        url: kit.http.address(verb, url, data),
        method: verb,
        ...kit.http.payload(verb, data, header),
        timeout: typeof options.timeout === 'number' ? options.timeout : 0,
        arraybuffer: kit.http.isBinary(options),
        follow: options.redirect !== 'manual',
        enableProfile: options.enableProfile !== false,
        enableChunked: options.enableChunked === true,
        enableHttp2: options.enableHttp2 === true,
        enableCache: options.enableCache === true,
        useHighPerformanceMode: options.useHighPerformanceMode !== false,
      };
    },
    finish: kit.http.parsed,
  });
};
