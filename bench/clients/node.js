// A client of bench/requests in Node: node node.js WAY CONTROL-URL CA-FILE, where WAY is a key below.
// Does what the mini program beside it does: so many calls at a time, each reply parsed and looked at.
const fs = require('node:fs');
const http = require('node:http');
const http2 = require('node:http2');
const https = require('node:https');

const [, , way, control, caFile] = process.argv;
const ca = fs.readFileSync(caFile);

/** What arrives on a stream, as text. */
function text(stream) {
  return new Promise((resolve, reject) => {
    let whole = '';
    stream.setEncoding('utf8');
    stream.on('data', chunk => (whole += chunk));
    stream.on('end', () => resolve(whole));
    stream.on('error', reject);
  });
}

/** Each makes, for an origin, a function that gets a path and gives the parsed reply. */
const WAYS = {
  // Trusts NODE_EXTRA_CA_CERTS.
  fetch: origin => async path => (await fetch(origin + path)).json(),

  https(origin, atATime) {
    const agent = new https.Agent({ keepAlive: true, maxSockets: atATime, ca });
    return path =>
      new Promise((resolve, reject) => {
        const request = https.get(origin + path, { agent }, reply => text(reply).then(JSON.parse).then(resolve, reject));
        request.on('error', reject);
      });
  },

  undici(origin, atATime) {
    const { Pool } = require('undici');
    const pool = new Pool(origin, { connections: atATime, connect: { ca } });
    return async path => (await pool.request({ path, method: 'GET' })).body.json();
  },

  'undici-h2'(origin, atATime) {
    const { Pool } = require('undici');
    const pool = new Pool(origin, { connections: 1, allowH2: true, pipelining: atATime, connect: { ca } });
    return async path => (await pool.request({ path, method: 'GET' })).body.json();
  },

  http2(origin) {
    const session = http2.connect(origin, { ca });
    return path => text(session.request({ ':path': path })).then(JSON.parse);
  },
};

const makers = new Map();

async function round({ origin, path, ms, atATime, expect }) {
  if (!makers.has(origin)) makers.set(origin, WAYS[way](origin, atATime));
  const get = makers.get(origin);
  const begun = performance.now();
  let done = 0;
  async function worker() {
    while (performance.now() - begun < ms) {
      const reply = await get(path);
      if (reply.items.length !== expect) throw new Error('not the reply: ' + JSON.stringify(reply));
      done++;
    }
  }
  await Promise.all(Array.from({ length: atATime }, worker));
  return { requests: done, ms: performance.now() - begun };
}

function call(method, body = '') {
  return new Promise((resolve, reject) => {
    const headers = { 'content-length': Buffer.byteLength(body) };
    const request = http.request(control, { method, headers }, reply => text(reply).then(JSON.parse).then(resolve, reject));
    request.on('error', reject);
    request.end(body);
  });
}

(async () => {
  for (let command; !(command = await call('GET')).end; ) {
    if (command.name) await call('POST', JSON.stringify(await round(command)));
  }
  process.exit(0);
})();
