// Which network we are in, kept up to date.
Page({
  data: {
    type: '',
    connected: true,
    signal: 0,
    address: ''
  },

  onLoad() {
    this.changed = ({ isConnected, networkType }) => {
      this.setData({ connected: isConnected, type: networkType })
      this.locate()
    }
    wx.onNetworkStatusChange(this.changed)
    return this.look()
  },

  onUnload() {
    wx.offNetworkStatusChange(this.changed)
  },

  async look() {
    const { networkType, signalStrength } = await wx.getNetworkType()
    this.setData({ type: networkType, connected: networkType !== 'none', signal: signalStrength })
    await this.locate()
  },

  // On mobile data there is no address to tell.
  locate() {
    return new Promise(resolve => {
      wx.getLocalIPAddress({
        success: ({ localip, netmask }) => this.setData({ address: `${localip} / ${netmask}` }),
        fail: () => this.setData({ address: '' }),
        complete: resolve
      })
    })
  }
})
