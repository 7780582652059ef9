// What request, uploadFile and downloadFile share of shaping options (sheet 1.3, 3.2).
(host, kit) => {
  'use strict';
  const HTTP_URL = /^https?:\/\//i;

  kit.http = {
    /** E2 and E3: only absolute http(s) URLs, and no host that starts with or repeats a dot. */
    checkUrl(url) {
      if (!HTTP_URL.test(url)) {
        kit.refuse('INVALID_URL', url, `"${url}" is not an absolute http(s) URL`, 'write the whole URL, https://host/path');
      }
    },
    checkHost(url) {
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

    /** Strings stay, numbers are written out, anything else is its class tag. */
    text(value) {
      if (typeof value === 'string') return value;
      return typeof value === 'number' ? String(value) : Object.prototype.toString.call(value);
    },
  };
  return {};
};
