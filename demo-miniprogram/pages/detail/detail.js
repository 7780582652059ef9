const { get, post, isInterrupted } = require('../../utils/request')
const { formatDate, readingMinutes } = require('../../utils/format')

const app = getApp()

Page({
  data: {
    state: 'loading',
    message: '',
    article: null,
    minutes: 0,
    likes: 0
  },

  onLoad(query) {
    // ids arrive as strings, whatever they were before
    this.id = Number(query.id)
    this.load()
  },

  onShow() {
    this.visible = true
    if (!this.interrupted) return
    this.interrupted = false
    this.load()
  },

  onHide() {
    this.visible = false
  },

  async load() {
    this.setData({ state: 'loading' })
    try {
      const article = await get(`/articles/${this.id}`)
      app.markRead(article.id)
      this.setData({
        state: 'ready',
        article: Object.assign({}, article, { date: formatDate(article.publishedAt) }),
        minutes: readingMinutes(article.body),
        likes: article.likes
      })
    } catch (error) {
      if (isInterrupted(error) && this.visible) {
        this.load() // we are back already
        return
      }
      this.interrupted = isInterrupted(error)
      this.setData({
        state: error.statusCode === 404 ? 'missing' : 'error',
        message: error.message
      })
    }
  },

  async like() {
    const before = this.data.likes
    this.setData({ likes: before + 1 }) // show it at once, correct it when the server answers
    try {
      const { likes } = await post(`/articles/${this.id}/likes`, { source: 'detail' })
      this.setData({ likes })
    } catch (error) {
      this.setData({ likes: before, message: error.message })
    }
  },

  // Replace this page, so that "back" still leads to the feed.
  openNext() {
    wx.redirectTo({ url: `/pages/detail/detail?id=${this.data.article.next}` })
  },

  goBack() {
    wx.navigateBack()
  },

  onShareAppMessage() {
    return { title: this.data.article.title, path: `/pages/detail/detail?id=${this.id}` }
  }
})
