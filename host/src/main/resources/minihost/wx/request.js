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

  /** DNS-1: only `true` turns HttpDNS on, and then it needs the id of a service. */
  function httpDns({ enableHttpDNS, httpDNSServiceId, httpDNSTimeout, enableHttpDNSFallback }) {
    if (enableHttpDNS !== true) return {};
    if (typeof httpDNSServiceId !== 'string' || !httpDNSServiceId) {
      const given = kit.tag(httpDNSServiceId) === 'String' ? 'empty' : kit.tag(httpDNSServiceId);
      const fix = 'give the id of a service under httpdns.services in minihost.json';
      kit.refuse('INVALID_HTTP_DNS_SERVICE_ID', '', `httpDNSServiceId is ${given}`, fix);
    }
    return {
      enableHttpDNS,
      httpDNSServiceId,
      httpDNSTimeout: typeof httpDNSTimeout === 'number' ? httpDNSTimeout : 0,
      enableHttpDNSFallback: enableHttpDNSFallback !== false,
    };
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
        ...httpDns(options),
      };
    },
    finish: kit.http.parsed,
  });
};
