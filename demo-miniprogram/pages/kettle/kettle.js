// The kettle of the tea house, a device of the local network: no domain list, no certificate.
const { decode } = require('../../utils/bytes')

const KETTLE = '127.0.0.1'
const UDP_PORT = 17001
const TCP_PORT = 17002
const HTTP_PORT = 17003
const PATIENCE = 3000

Page({
  data: {
    udp: '',
    tcp: '',
    http: ''
  },

  onUnload() {
    if (this.giveUp) this.giveUp('left')
  },

  async greet() {
    await this.ring()
    await this.call()
    await this.read()
  },

  // A datagram may get lost, and nobody says so.
  ring() {
    const udp = wx.createUDPSocket()
    return this.answer('udp', udp, done => {
      udp.onMessage(({ message, remoteInfo }) => done(`${decode(message)} from ${remoteInfo.address}`))
      udp.bind()
      udp.send({ address: KETTLE, port: UDP_PORT, message: '叮 Ring' })
    })
  },

  call() {
    const tcp = wx.createTCPSocket()
    return this.answer('tcp', tcp, done => {
      tcp.onConnect(() => tcp.write('水开了吗 Is the water boiling'))
      tcp.onMessage(({ message, remoteInfo }) => done(`${decode(message)} from ${remoteInfo.address}`))
      tcp.connect({ address: KETTLE, port: TCP_PORT, timeout: 3 })
    })
  },

  answer(way, socket, ask) {
    return new Promise(resolve => {
      const done = text => {
        if (this.giveUp !== done) return
        this.giveUp = null
        clearTimeout(timer)
        this.setData({ [way]: text })
        socket.close()
        resolve()
      }
      const timer = setTimeout(() => done('no answer'), PATIENCE)
      this.giveUp = done
      socket.onError(({ errMsg }) => done(errMsg))
      ask(done)
    })
  },

  read() {
    return new Promise(resolve => {
      wx.request({
        url: `http://${KETTLE}:${HTTP_PORT}/kettle`,
        success: ({ data }) => this.setData({ http: `${data.celsius} °C` }),
        fail: ({ errMsg }) => this.setData({ http: errMsg }),
        complete: resolve
      })
    })
  }
})
