// An HTTPS server for bench/transfer that takes what is sent and forgets it.
// usage: node sink.js PORT CERTIFICATE KEY; answers with how many bytes it has had.
const fs = require('node:fs');
const https = require('node:https');

const [, , port, cert, key] = process.argv;

https
  .createServer({ cert: fs.readFileSync(cert), key: fs.readFileSync(key) }, (request, response) => {
    let bytes = 0;
    request.on('data', data => (bytes += data.length));
    request.on('end', () => response.end(String(bytes)));
  })
  .listen(Number(port), '127.0.0.1');
