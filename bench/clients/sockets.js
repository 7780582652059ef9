// A client of bench/sockets in Node: node sockets.js CONTROL-URL CA-FILE. Does what the mini program
// beside it does, with ws, dgram and net.
const dgram = require('node:dgram');
const fs = require('node:fs');
const http = require('node:http');
const net = require('node:net');
const WebSocket = require('ws');

const [, , control, caFile] = process.argv;
const ca = fs.readFileSync(caFile);
const message = ({ bytes, binary }) => (binary ? Buffer.alloc(bytes) : 'x'.repeat(bytes));

const kinds = {
  ws({ url }, ready, got, failed) {
    const socket = new WebSocket(url, { ca, perMessageDeflate: false });
    socket.on('open', () => ready(data => socket.send(data), () => socket.close()));
    socket.on('message', (data, binary) => got((binary ? data : data.toString()).length));
    socket.on('error', e => failed(e.message));
  },
  udp({ address, port }, ready, got, failed) {
    const socket = dgram.createSocket('udp4');
    socket.on('message', data => got(data.length));
    socket.on('error', e => failed(e.message));
    socket.bind(() => ready(data => socket.send(data, port, address), () => socket.close()));
  },
  tcp({ address, port }, ready, got, failed) {
    const socket = net.connect(port, address, () => ready(data => socket.write(data), () => socket.destroy()));
    socket.on('data', data => got(data.length));
    socket.on('error', e => failed(e.message));
  },
};

function measure(command) {
  const { kind, bytes, ms, sockets, inFlight } = command;
  const data = message(command);
  return new Promise(done => {
    let begun;
    let echoed = 0;
    let open = 0;
    let over = false;
    const closers = [];
    const senders = [];
    function end(error) {
      if (over) return;
      over = true;
      const spent = Date.now() - begun;
      closers.forEach(close => close());
      done({ messages: Math.floor(echoed / bytes), ms: spent, error });
    }
    function socket() {
      let send;
      let owed = 0;
      kinds[kind](
        command,
        (sending, close) => {
          send = sending;
          closers.push(close);
          if (++open < sockets) return socket();
          begun = Date.now();
          senders.forEach(start => start());
        },
        count => {
          echoed += count;
          owed += count;
          for (; owed >= bytes && !over; owed -= bytes) send(data);
          if (Date.now() - begun >= ms) end('');
        },
        end,
      );
      senders.push(() => {
        for (let i = 0; i < inFlight; i++) send(data);
      });
    }
    socket();
  });
}

function call(method, body = '') {
  return new Promise((resolve, reject) => {
    const headers = { 'content-length': Buffer.byteLength(body) };
    const request = http.request(control, { method, headers }, reply => {
      let whole = '';
      reply.on('data', chunk => (whole += chunk));
      reply.on('end', () => resolve(JSON.parse(whole)));
    });
    request.on('error', reject);
    request.end(body);
  });
}

(async () => {
  for (let command; !(command = await call('GET')).end; ) {
    if (command.name) await call('POST', JSON.stringify(await measure(command)));
  }
  process.exit(0);
})();
