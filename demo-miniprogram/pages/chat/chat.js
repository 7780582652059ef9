// The tea room talks over a WebSocket: whatever one says comes back, for everyone to hear.
const ROOM = 'wss://api.feed.example/talk'

Page({
  data: {
    open: false,
    lines: [],
    message: ''
  },

  onUnload() {
    if (this.data.open) this.leave()
  },

  join() {
    return new Promise((resolve, reject) => {
      const room = wx.connectSocket({ url: ROOM, timeout: 5000 })
      room.onOpen(() => {
        this.setData({ open: true, message: '' })
        resolve()
      })
      room.onMessage(({ data }) => this.hear(data))
      room.onError(({ errMsg }) => {
        this.setData({ message: errMsg })
        reject(new Error(errMsg))
      })
      room.onClose(({ code }) => {
        this.setData({ open: false, message: `Closed (${code})` })
        if (this.left) this.left()
      })
      this.room = room
    })
  },

  hear(line) {
    this.setData({ lines: this.data.lines.concat(line) })
    if (this.heard) this.heard()
  },

  speak() {
    return this.say('水开了 The water boils')
  },

  say(text) {
    return new Promise((resolve, reject) => {
      this.heard = resolve
      this.room.send({ data: text, fail: ({ errMsg }) => reject(new Error(errMsg)) })
    })
  },

  leave() {
    return new Promise(resolve => {
      this.left = resolve
      this.room.close({ code: 1000, reason: 'tea is finished' })
    })
  }
})
