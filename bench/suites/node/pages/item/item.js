const { price } = require('../../utils/format')

Page({
  data: { id: 0, title: '', price: '', saved: false, error: '' },

  onLoad(options) {
    this.setData({ id: Number(options.id) })
  },

  load() {
    wx.request({
      url: `https://api.bench.example/items/${this.data.id}`,
      success: res => this.setData({ title: res.data.title, price: price(res.data.cents) }),
      fail: err => this.setData({ error: err.errMsg }),
    })
  },

  save() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.setData({ saved: true }), 300)
  },
})
