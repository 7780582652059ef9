// How data becomes a query or a body, and a body data again: the same for every function that sends
// some (sheet 1.2, 1.5). What needs JavaScript's own rules, such as JSON.stringify and
// encodeURIComponent, is done here.
(host, kit) => {
  'use strict';
  const isPlain = data => data !== null && typeof data === 'object' && !(data instanceof ArrayBuffer);

  /** E4: getters, toJSON, proxies, symbols and half surrogate pairs all throw here and there. */
  const written = write => {
    try {
      return write();
    } catch (e) {
      return kit.refuse('DATA_NOT_SERIALIZABLE', '', `data cannot be written: ${e?.message}`, 'pass plain data');
    }
  };

  /** REQ-2: an object as a value is written as JSON, `undefined` as the text. */
  const queryValue = value => encodeURIComponent(value !== null && typeof value === 'object' ? JSON.stringify(value) : String(value));

  /** REQ-1, REQ-2: data joins the query; it wins on an equal key, whose place it takes. */
  function withQuery(url, data) {
    const keys = Object.keys(data);
    if (!keys.length) return url;
    const [, base, query, fragment] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(url);
    const fresh = new Map(keys.map(key => [encodeURIComponent(key), queryValue(data[key])]));
    const placed = new Set();
    const pairs = (query ? query.split('&') : []).flatMap(pair => {
      const name = pair.split('=', 1)[0];
      const key = fresh.has(name) ? name : encodeURIComponent(name);
      if (!fresh.has(key)) return [pair];
      if (placed.has(key)) return [];
      placed.add(key);
      return [`${key}=${fresh.get(key)}`];
    });
    for (const [key, value] of fresh) if (!placed.has(key)) pairs.push(`${key}=${value}`);
    return `${base}?${pairs.join('&')}${fragment ?? ''}`;
  }

  /** REQ-5 to REQ-10: the body of a method that is not GET. */
  function body(data, contentType) {
    if (data === undefined || data === null) return '';
    if (typeof data === 'string' || data instanceof ArrayBuffer) return data;
    const type = contentType.toLowerCase();
    if (isPlain(data)) {
      if (!type.includes('application/x-www-form-urlencoded')) return JSON.stringify(data) ?? '';
      return Object.keys(data)
        .map(key => `${encodeURIComponent(key)}=${encodeURIComponent(data[key])}`)
        .join('&');
    }
    return type.includes('application/json') ? JSON.stringify(data) ?? '' : String(data);
  }

  Object.assign(kit.http, {
    /** E4, E5: whether data can be sent at all. */
    checkData(data) {
      if (data !== null && typeof data === 'object') written(() => JSON.stringify(data));
      if (typeof data === 'function') {
        kit.refuse('DATA_IS_FUNCTION', '', 'data is a function', 'pass a string, an object or an ArrayBuffer');
      }
    },

    /** REQ-11: a method as it is sent. */
    method: given => (typeof given === 'string' && given ? given.toUpperCase() : 'GET'),

    /** The URL, or path, with the data of a GET in its query. */
    address: (method, url, data) => (method === 'GET' && isPlain(data) ? written(() => withQuery(url, data)) : url),

    /** Adds headers and body; one that is too large for memory stays here, and its size is told. */
    addPayload(sent, method, data, header) {
      sent.header = kit.http.flat(header);
      if (method === 'GET' || data === undefined) return;
      const bytes = written(() => body(data, header['content-type']));
      const size = bytes.byteLength ?? bytes.length; // of a text: at least that many bytes
      if (size <= kit.limits.bodyBytes) sent.body = bytes;
      else Object.assign(sent, { tooLarge: size, binary: typeof bytes !== 'string' });
    },

    isBinary: ({ responseType }) => typeof responseType === 'string' && responseType.toLowerCase() === 'arraybuffer',

    /** RES-1, RES-2: one parse, whatever status and content type say; a failure is silent. */
    parsed(result, { dataType = 'json', responseType }) {
      const parse = dataType === 'json' && typeof result.data === 'string' && result.data !== '';
      if (parse && String(responseType).toLowerCase() !== 'arraybuffer') {
        try {
          result.data = JSON.parse(result.data);
        } catch {
          // The text stays as it is.
        }
      }
      return result;
    },
  });
  return {};
};
