/**
 * Echoes through sockets of one kind, `inFlight` messages of `bytes` on each of `sockets` at a time,
 * for `ms`; tells how many came back and how long it took.
 */
const message = ({ bytes, binary }) => (binary ? new ArrayBuffer(bytes) : 'x'.repeat(bytes));

/** Each opens one socket: `ready(send, close)` once it is open, `got(bytes)` for what arrives. */
const kinds = {
  ws({ url }, ready, got, failed) {
    const task = wx.connectSocket({ url, fail: ({ errMsg }) => failed(errMsg) });
    task.onOpen(() => ready(data => task.send({ data }), () => task.close()));
    task.onMessage(({ data }) => got(data.byteLength ?? data.length));
    task.onError(({ errMsg }) => failed(errMsg));
  },
  udp({ address, port }, ready, got, failed) {
    const socket = wx.createUDPSocket();
    socket.onMessage(({ message }) => got(message.byteLength));
    socket.onError(({ errMsg }) => failed(errMsg));
    socket.bind();
    ready(message => socket.send({ address, port, message }), () => socket.close());
  },
  tcp({ address, port }, ready, got, failed) {
    const socket = wx.createTCPSocket();
    socket.onConnect(() => ready(data => socket.write(data), () => socket.close()));
    socket.onMessage(({ message }) => got(message.byteLength));
    socket.onError(({ errMsg }) => failed(errMsg));
    socket.connect({ address, port });
  },
};

module.exports = function (command, done) {
  const { kind, bytes, ms, sockets, inFlight } = command;
  const data = message(command);
  let begun;
  let echoed = 0;
  let open = 0;
  let over = false;
  const closers = [];

  function end(error) {
    if (over) return;
    over = true;
    const spent = Date.now() - begun;
    closers.forEach(close => close());
    done({ messages: Math.floor(echoed / bytes), ms: spent, error });
  }

  function socket() {
    let send;
    let owed = 0; // bytes of a message of which part has come back: TCP knows no messages
    kinds[kind](
      command,
      (sending, close) => {
        send = sending;
        closers.push(close);
        senders.push(() => {
          for (let i = 0; i < inFlight; i++) sending(data);
        });
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
  }
  const senders = [];
  socket();
};
