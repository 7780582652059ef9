// A socket.io server: echoes with an acknowledgement, and tells a room. node FILE PORT CERT KEY
const fs = require('fs');
const https = require('https');
const [port, cert, key] = process.argv.slice(2);
const server = https.createServer({ cert: fs.readFileSync(cert), key: fs.readFileSync(key) });
const { Server } = require('socket.io');
const io = new Server(server, { transports: ['websocket'] });
io.on('connection', socket => {
  socket.on('echo', (data, answer) => answer({ got: data }));
  socket.on('join', room => {
    socket.join(room);
    io.to(room).emit('joined', room, Buffer.from([1, 2, 3]));
  });
  socket.on('leave', () => socket.disconnect(true));
});
server.listen(Number(port), '127.0.0.1');
