// Echoes over WebSocket with TLS, UDP and TCP: node echo-server.js WS-PORT UDP-PORT TCP-PORT CERT KEY
const dgram = require('node:dgram');
const fs = require('node:fs');
const https = require('node:https');
const net = require('node:net');
const { WebSocketServer } = require('ws');

const [wsPort, udpPort, tcpPort] = process.argv.slice(2, 5).map(Number);
const [cert, key] = process.argv.slice(5).map(file => fs.readFileSync(file));

const server = https.createServer({ cert, key });
new WebSocketServer({ server, perMessageDeflate: false }).on('connection', socket =>
  socket.on('message', (data, binary) => socket.send(data, { binary })));
const udp = dgram.createSocket('udp4');
udp.on('message', (data, from) => udp.send(data, from.port, from.address));
udp.bind(udpPort, '127.0.0.2', () =>
  net
    .createServer(socket => {
      socket.on('error', () => {});
      socket.pipe(socket);
    })
    .listen(tcpPort, '127.0.0.2', () => server.listen(wsPort, '127.0.0.1', () => console.log('listening'))));
