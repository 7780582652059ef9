// Orders of the tea house as they come in: a WebSocket to a WeChat cloud container.
Page({
  data: {
    open: false,
    orders: [],
    message: ''
  },

  onUnload() {
    if (this.data.open) this.close()
  },

  async watch() {
    try {
      const { socketTask } = await wx.cloud.connectContainer({ service: 'orders', path: '/live' })
      await this.listen(socketTask)
    } catch (error) {
      this.setData({ message: error.errMsg })
    }
  },

  listen(orders) {
    this.orders = orders
    return new Promise((resolve, reject) => {
      orders.onOpen(() => this.setData({ open: true, message: '' }))
      orders.onMessage(({ data }) => {
        this.setData({ orders: this.data.orders.concat(data) })
        resolve()
      })
      orders.onError(reject)
      orders.onClose(({ code }) => {
        this.setData({ open: false, message: `Closed (${code})` })
        if (this.closed) this.closed()
      })
    })
  },

  close() {
    return new Promise(resolve => {
      this.closed = resolve
      this.orders.close({ code: 1000 })
    })
  }
})
