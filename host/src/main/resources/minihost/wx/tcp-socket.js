// The arguments of TCPSocket's methods (sockets sheet 3.1), and its life after close.
(host, kit) => {
  'use strict';
  const NOT_CONNECTED = { errMsg: 'write socket fail: socket not connected', errCode: -2, errNum: 107 };
  return kit.script('tcp-socket.js', {
    createTCPSocket: {
      prepare: options => ({ type: Object(options).type === 'ipv6' ? 'ipv6' : 'ipv4' }),
      methods: {
        connect: options => {
          const { timeout, enableHttpDNS, httpDNSServiceId } = Object(options);
          return kit.dataOf({
            ...kit.peer(Object(options)),
            timeout: kit.only(timeout, 'number'),
            enableHttpDNS: enableHttpDNS === true,
            httpDNSServiceId: kit.only(httpDNSServiceId, 'string'),
          });
        },
        write: data => kit.socketData(data),
        bindWifi: options => kit.dataOf({ BSSID: Object(options).BSSID }),
        close: () => ({}),
      },
      ended: {
        write: raise => raise('error', NOT_CONNECTED),
        connect: raise => raise('error', { errMsg: 'connect fail: socket has been closed', errCode: -1 }),
      },
    },
  });
};
