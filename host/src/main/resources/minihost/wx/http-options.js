// What request, uploadFile and downloadFile share of shaping options (sheet 1.3, 3.2).
(host, kit) => {
  'use strict';
  const HTTP_URL = /^https?:\/\//i;

  /** The names that programs see, in the order of ProfileFields.java (sheet 1.6). */
  const named = values => ({
    invokeStart: values[0],
    queueStart: values[1],
    queueEnd: values[2],
    redirectStart: values[3],
    redirectEnd: values[4],
    fetchStart: values[5],
    domainLookUpStart: values[6],
    domainLookUpEnd: values[7],
    connectStart: values[8],
    SSLconnectionStart: values[9],
    SSLconnectionEnd: values[10],
    connectEnd: values[11],
    requestStart: values[12],
    requestEnd: values[13],
    responseStart: values[14],
    responseEnd: values[15],
    rtt: values[16],
    estimate_nettype: values[17],
    httpRttEstimate: values[18],
    transportRttEstimate: values[19],
    downstreamThroughputKbpsEstimate: values[20],
    throughputKbps: values[21],
    peerIP: values[22],
    port: values[23],
    protocol: values[24],
    socketReused: values[25],
    sendBytesCount: values[26],
    receivedBytedCount: values[27],
    usingHighPerformanceMode: values[28],
  });

  function profile(values) {
    const made = named(values);
    if (values.length > 29) {
      made.httpDNSDomainLookUpStart = values[29];
      made.httpDNSDomainLookUpEnd = values[30];
    }
    return made;
  }

  kit.http = {
    /** E2 and E3: only absolute http(s) URLs, and no host that starts with or repeats a dot. */
    checkUrl(url) {
      if (!url.startsWith('https://') && !HTTP_URL.test(url)) {
        kit.refuse('INVALID_URL', url, `"${url}" is not an absolute http(s) URL`, 'write the whole URL, https://host/path');
      }
    },
    checkHost(url) {
      if (!url.includes('..') && !/[/@]\./.test(url)) return;
      const name = url.replace(HTTP_URL, '').split(/[/?#\\]/)[0].replace(/^.*@/, '').replace(/:\d*$/, '');
      if (name.startsWith('.') || name.includes('..')) {
        kit.refuse('ILLEGAL_HOST', name, `${name} is no host name`, 'correct the host in the URL');
      }
    },

    /** HDR-1 to HDR-3: an object of strings; content-type in one spelling, the last one given. */
    header(api, given, contentType) {
      const header = {};
      if (given !== undefined && kit.tag(given) !== 'Object') {
        console.warn(`wx.${api}: header should be Object instead of ${kit.tag(given)}; it is ignored`);
      } else {
        for (const [name, value] of Object.entries(given ?? {})) {
          const key = name.toLowerCase() === 'content-type' ? 'content-type' : name;
          header[key] = this.text(value);
        }
      }
      if (contentType && !header['content-type']) header['content-type'] = contentType;
      return header;
    },

    /** Names and values by turns, as Java takes them. */
    flat: header => Object.entries(header).flat(),

    /** The profile, which Java sends as its values alone: names 30 times a call would cost more than they say. */
    withProfile(result) {
      if (result.profile) result.profile = profile(result.profile);
      return result;
    },

    /** Strings stay, numbers are written out, anything else is its class tag. */
    text(value) {
      if (typeof value === 'string') return value;
      return typeof value === 'number' ? String(value) : Object.prototype.toString.call(value);
    },
  };
  return {};
};
