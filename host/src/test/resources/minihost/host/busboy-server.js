// An HTTPS server that reads forms with busboy, and answers with what busboy found, as JSON.
// usage: node busboy-server.js PORT CERTIFICATE KEY; busboy is found through NODE_PATH.
const crypto = require('node:crypto');
const fs = require('node:fs');
const https = require('node:https');
const busboy = require('busboy');

const [, , port, cert, key] = process.argv;
const options = { cert: fs.readFileSync(cert), key: fs.readFileSync(key) };

https
  .createServer(options, (request, response) => {
    const found = { parts: [], length: request.headers['content-length'], method: request.method };
    const parser = busboy({ headers: request.headers, defParamCharset: 'utf8', preservePath: true });
    parser.on('field', (name, value, info) => found.parts.push({ name, value, type: info.mimeType }));
    parser.on('file', (name, stream, info) => {
      const part = { name, fileName: info.filename, type: info.mimeType, size: 0 };
      const hash = crypto.createHash('sha256');
      found.parts.push(part);
      stream.on('data', data => {
        part.size += data.length;
        hash.update(data);
      });
      stream.on('end', () => (part.sha256 = hash.digest('hex')));
    });
    parser.on('error', error => {
      found.error = String(error);
      response.end(JSON.stringify(found));
    });
    parser.on('close', () => response.end(JSON.stringify(found)));
    request.pipe(parser);
  })
  .listen(Number(port), '127.0.0.1');
