const { price } = require('../../utils/format')

// A page is a component here: that is what miniprogram-simulate can make.
Component({
  properties: { number: Number },
  data: { id: 0, title: '', price: '', saved: false, error: '' },

  lifetimes: {
    attached() {
      this.setData({ id: this.properties.number })
    },
  },

  methods: {
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
  },
})
