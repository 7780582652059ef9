// The arguments of UDPSocket's methods (sockets sheet 2.1, 2.2), and its life after close.
(host, kit) => {
  'use strict';
  const datagram = options => {
    const { message, offset, length, setBroadcast } = Object(options);
    return {
      ...kit.peer(Object(options)),
      ...kit.socketData(message, offset, length),
      setBroadcast: setBroadcast === true,
    };
  };
  const closed = call => raise =>
    raise('error', { errMsg: `${call} fail: socket has been closed`, errCode: -1 });

  return kit.script('udp-socket.js', {
    createUDPSocket: {
      prepare: type => ({ type: type === 'udp6' ? 'udp6' : 'udp4' }),
      methods: {
        bind: port => kit.peer({ port }),
        setTTL: ttl => (typeof ttl === 'number' ? { ttl } : {}),
        send: datagram,
        write: datagram,
        connect: options => kit.peer(Object(options)),
        close: () => ({}),
      },
      results: { bind: port => port ?? -1 },
      ended: { bind: closed('bind'), send: closed('send'), write: closed('write'), connect: closed('connect') },
    },
  });
};
