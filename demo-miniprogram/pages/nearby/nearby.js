// What is for tea around here: devices that announce themselves in the local network.
const { decode } = require('../../utils/bytes')

const TYPE = '_tea._tcp'
const PATIENCE = 5000

function describe({ serviceName, ip, port, attributes }) {
  const more = Object.keys(attributes).map(key => `${key} ${decode(attributes[key])}`)
  return { name: serviceName, at: `${ip}:${port}`, more: more.join(', ') }
}

Page({
  data: {
    searching: false,
    things: [],
    message: ''
  },

  onLoad() {
    this.found = service => {
      this.setData({ things: this.data.things.concat(describe(service)) })
      this.stop()
    }
    this.lost = ({ serviceName }) => {
      this.setData({ things: this.data.things.filter(thing => thing.name !== serviceName) })
    }
    this.silent = ({ serviceName }) => this.setData({ message: `${serviceName} says nothing more` })
    this.over = () => {
      clearTimeout(this.timer)
      this.setData({ searching: false, message: this.data.things.length ? '' : '没有 Nothing found' })
      this.ended()
    }
    wx.onLocalServiceFound(this.found)
    wx.onLocalServiceLost(this.lost)
    wx.onLocalServiceResolveFail(this.silent)
    wx.onLocalServiceDiscoveryStop(this.over)
  },

  onUnload() {
    wx.offLocalServiceFound(this.found)
    wx.offLocalServiceLost(this.lost)
    wx.offLocalServiceResolveFail(this.silent)
    if (this.data.searching) this.stop()
    wx.offLocalServiceDiscoveryStop(this.over)
  },

  search() {
    this.setData({ searching: true, things: [], message: '' })
    return new Promise(resolve => {
      this.ended = resolve
      wx.startLocalServiceDiscovery({
        serviceType: TYPE,
        success: () => {
          this.timer = setTimeout(() => this.stop(), PATIENCE)
        },
        fail: ({ errMsg }) => {
          this.setData({ searching: false, message: errMsg })
          resolve()
        }
      })
    })
  },

  // One is enough. A scan that is over already cannot be stopped, and need not be.
  stop() {
    clearTimeout(this.timer)
    wx.stopLocalServiceDiscovery({ fail: ({ errMsg }) => console.log('nearby:', errMsg) })
  }
})
