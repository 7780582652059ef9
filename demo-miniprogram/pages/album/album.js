// Pictures of the tea table: fetch one to keep it, and hand in one of your own.
const FILES = 'https://files.feed.example'

Page({
  data: {
    // what is going on, in per cent; -1 for nothing
    progress: -1,
    kept: '',
    receipt: null,
    message: ''
  },

  onUnload() {
    if (this.task) this.task.abort()
  },

  // Without filePath the file would be gone with this run of the app.
  keep(name = 'gongfu.png') {
    const filePath = `${wx.env.USER_DATA_PATH}/${name}`
    return this.transfer((success, fail) =>
      wx.downloadFile({ url: `${FILES}/pictures/${name}`, filePath, success, fail })
    ).then(res => {
      if (res) this.setData({ kept: res.filePath })
    })
  },

  // Hands in the picture that was kept, with a few words.
  handIn(words = 'My table, this morning 早上的茶席') {
    return this.transfer((success, fail) =>
      wx.uploadFile({
        url: `${FILES}/pictures`,
        filePath: this.data.kept,
        name: 'picture',
        formData: { words, rating: 5 },
        success,
        fail
      })
    ).then(res => {
      // uploadFile never parses the answer
      if (res) this.setData({ receipt: JSON.parse(res.data) })
    })
  },

  transfer(begin) {
    this.setData({ progress: 0, message: '' })
    return new Promise(resolve => {
      const over = (res, message) => {
        this.task = null
        this.setData({ progress: -1, message })
        resolve(res)
      }
      this.task = begin(
        res => over(res.statusCode < 300 ? res : null, res.statusCode < 300 ? '' : `${res.statusCode}`),
        error => over(null, error.errMsg)
      )
      this.task.onProgressUpdate(({ progress }) => this.setData({ progress }))
    })
  }
})
