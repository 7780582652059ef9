App({
  globalData: {
    // ids of the articles opened since launch, so that the feed can grey them out
    read: [],
    hiddenTimes: 0
  },

  onLaunch(options) {
    console.log('onLaunch', options.path, 'scene', options.scene)
    wx.cloud.init({ env: 'tea-1' })
  },

  onShow(options) {
    console.log('onShow', options.path)
  },

  onHide() {
    this.globalData.hiddenTimes += 1
    console.log('onHide', this.globalData.hiddenTimes)
  },

  onError(message) {
    console.error('onError', message)
  },

  markRead(id) {
    if (!this.globalData.read.includes(id)) this.globalData.read.push(id)
  }
})
