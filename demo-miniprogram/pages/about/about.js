const { get } = require('../../utils/request')

const app = getApp()

Page({
  data: {
    scene: 0,
    readCount: 0,
    hiddenTimes: 0,
    service: 'unknown',
    serviceMessage: ''
  },

  onLoad() {
    this.setData({ scene: wx.getLaunchOptionsSync().scene })
    // A tab page is never unloaded, so these stay for as long as the app lives.
    wx.onAppHide(() => console.log('about: the user leaves'))
    wx.onAppShow(() => this.count())
  },

  onShow() {
    this.count()
  },

  count() {
    const { read, hiddenTimes } = app.globalData
    this.setData({ readCount: read.length, hiddenTimes })
  },

  async checkService() {
    this.setData({ service: 'checking', serviceMessage: '' })
    try {
      const status = await get('/status')
      this.setData({ service: status.state })
    } catch (error) {
      this.setData({ service: 'down', serviceMessage: error.message })
    }
  },

  openFeed() {
    wx.switchTab({ url: '/pages/feed/feed' })
  }
})
