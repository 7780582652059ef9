// My own notes, kept in a WeChat cloud container: it knows who I am without a login.
Page({
  data: {
    owner: '',
    notes: [],
    message: ''
  },

  async load() {
    await this.call({ path: '/notes' })
  },

  async add(text = 'Dong Ding, third infusion: honey 蜜香') {
    await this.call({ path: '/notes', method: 'POST', data: { text } })
  },

  async call(options) {
    try {
      const { data } = await wx.cloud.callContainer(
        Object.assign({ header: { 'X-WX-SERVICE': 'notebook' } }, options)
      )
      this.setData({ owner: data.owner, notes: data.notes, message: '' })
    } catch (error) {
      this.setData({ message: error.errMsg })
    }
  }
})
