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

  /** Every option there is, each read once, and the same for every call: this is the hot path. */
  const read = ({
    success, fail, complete, url, data, header, timeout, method, dataType, responseType, redirect,
    enableProfile, enableChunked, enableHttp2, enableCache, useHighPerformanceMode,
    enableHttpDNS, httpDNSServiceId, httpDNSTimeout, enableHttpDNSFallback,
  }) => ({
    success, fail, complete, url, data, header, timeout, method, dataType, responseType, redirect,
    enableProfile, enableChunked, enableHttp2, enableCache, useHighPerformanceMode,
    enableHttpDNS, httpDNSServiceId, httpDNSTimeout, enableHttpDNSFallback,
  });

  /** DNS-1: only `true` turns HttpDNS on, and then it needs the id of a service. */
  function addHttpDns(sent, { httpDNSServiceId, httpDNSTimeout, enableHttpDNSFallback }) {
    if (typeof httpDNSServiceId !== 'string' || !httpDNSServiceId) {
      const given = kit.tag(httpDNSServiceId) === 'String' ? 'empty' : kit.tag(httpDNSServiceId);
      const fix = 'give the id of a service under httpdns.services in minihost.json';
      kit.refuse('INVALID_HTTP_DNS_SERVICE_ID', '', `httpDNSServiceId is ${given}`, fix);
    }
    Object.assign(sent, {
      enableHttpDNS: true,
      httpDNSServiceId,
      httpDNSTimeout: typeof httpDNSTimeout === 'number' ? httpDNSTimeout : 0,
      enableHttpDNSFallback: enableHttpDNSFallback !== false,
    });
  }

  return kit.script('request.js', {
    read,
    prepare(options) {
      const { data } = options;
      const url = String(options.url);
      kit.http.checkUrl(url);
      kit.http.checkData(data);
      const header = kit.http.header('request', options.header, 'application/json');
      const verb = method(options.method);
      kit.http.checkHost(url);
      const sent = { url: kit.http.address(verb, url, data), method: verb };
      kit.http.addPayload(sent, verb, data, header);
      // What is as usual is not sent: each member costs on its way to Java.
      if (typeof options.timeout === 'number') sent.timeout = options.timeout;
      if (kit.http.isBinary(options)) sent.arraybuffer = true;
      if (options.redirect === 'manual') sent.follow = false;
      if (options.enableProfile === false) sent.enableProfile = false;
      if (options.enableChunked === true) sent.enableChunked = true;
      if (options.enableHttp2 === true) sent.enableHttp2 = true;
      if (options.enableCache === true) sent.enableCache = true;
      if (options.useHighPerformanceMode === false) sent.useHighPerformanceMode = false;
      if (options.enableHttpDNS === true) addHttpDns(sent, options);
      return sent;
    },
    finish(result, options) {
      result.exception ??= { retryCount: 0, reasons: [] };
      return kit.http.parsed(kit.http.withProfile(result), options);
    },
  });
};
