'use strict';
const text = require('query-text');
const probe = require('umd-probe');

class HttpClient {
  constructor(base) {
    this.base = base;
  }

  get(path, query) {
    probe.count();
    return new Promise((resolve, reject) => {
      wx.request({
        url: `${this.base}${path}?${text(query)}`,
        success: ({ data }) => resolve(data.parcels),
        fail: reject,
      });
    });
  }
}

module.exports = HttpClient;
