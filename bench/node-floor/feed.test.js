// The floor of bench/startup: what a team does without minihost. The demo's own files run under
// `node --test` with `wx` mocked by hand: no policy, no network, no pages, the same JavaScript.
const assert = require('node:assert');
const test = require('node:test');

const program = '../../demo-miniprogram/';
const items = require(program + 'lab/articles.js').slice(0, 5);

test('the first page shows the feed', async () => {
  let app;
  let page;
  globalThis.App = (options) => (app = options);
  globalThis.getApp = () => app;
  globalThis.Page = (options) => (page = options);
  globalThis.wx = {
    cloud: { init() {} },
    request({ success, complete }) {
      setImmediate(() => {
        const reply = { data: { items, hasMore: true }, statusCode: 200, header: {} };
        success?.({ ...reply, errMsg: 'request:ok' });
        complete?.({ errMsg: 'request:ok' });
      });
    },
  };
  const options = { path: 'pages/feed/feed', query: {}, scene: 1001 };

  require(program + 'app.js');
  app.onLaunch(options);
  app.onShow(options);
  require(program + 'pages/feed/feed.js');
  const shown = new Promise((resolve) => {
    page.setData = (data) => {
      Object.assign(page.data, data);
      if (page.data.state === 'ready') resolve();
    };
  });
  page.onLoad({});
  page.onShow();
  await shown;

  assert.strictEqual(page.data.articles.length, 5);
});
