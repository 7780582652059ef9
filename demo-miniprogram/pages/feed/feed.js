const { get, isInterrupted } = require('../../utils/request')
const { formatDate, excerpt } = require('../../utils/format')

const PAGE_SIZE = 5
const app = getApp()

function toItem(article) {
  return {
    id: article.id,
    title: article.title,
    author: article.author,
    date: formatDate(article.publishedAt),
    summary: excerpt(article.summary, 60),
    read: app.globalData.read.includes(article.id)
  }
}

Page({
  data: {
    // 'loading' | 'ready' | 'empty' | 'error'
    state: 'loading',
    message: '',
    articles: [],
    hasMore: false,
    loadingMore: false
  },

  onLoad() {
    this.page = 0
    this.refresh()
  },

  onShow() {
    this.visible = true
    // Something was cut off while we were in the background: do it again now.
    const retry = this.retry
    this.retry = null
    if (retry) {
      retry()
      return
    }
    this.greyOutRead()
  },

  onHide() {
    this.visible = false
  },

  onPullDownRefresh() {
    return this.refresh()
  },

  onReachBottom() {
    if (!this.data.hasMore || this.data.loadingMore) return undefined
    return this.loadMore()
  },

  refresh() {
    return this.load('/feed')
  },

  // The whole archive, put together on the server: takes its time.
  refreshSlowly() {
    return this.load('/feed/slow')
  },

  async load(path) {
    if (!this.data.articles.length) this.setData({ state: 'loading', message: '' })
    try {
      const feed = await get(path, { page: 1, size: PAGE_SIZE })
      this.page = 1
      this.show(feed.items, feed.hasMore)
      console.log('feed:', feed.items.length, 'articles')
    } catch (error) {
      this.failed(error, () => this.load(path))
    }
  },

  async loadMore() {
    this.setData({ loadingMore: true })
    try {
      const feed = await get('/feed', { page: this.page + 1, size: PAGE_SIZE })
      this.page += 1
      this.setData({ hasMore: feed.hasMore })
      // append with paths instead of sending the whole list to the view again
      const patch = {}
      const start = this.data.articles.length
      feed.items.forEach((article, i) => {
        patch[`articles[${start + i}]`] = toItem(article)
      })
      this.setData(patch)
    } catch (error) {
      this.failed(error, () => this.loadMore())
    }
    this.setData({ loadingMore: false })
  },

  show(items, hasMore) {
    this.setData({
      state: items.length ? 'ready' : 'empty',
      message: '',
      articles: items.map(toItem),
      hasMore
    })
  },

  failed(error, retry) {
    if (isInterrupted(error)) {
      // Some phones tell us about the cut only after we are back.
      if (this.visible) {
        retry()
        return
      }
      this.retry = retry
    }
    // Keep what is on the screen; only an empty screen becomes an error page.
    this.setData({
      state: this.data.articles.length ? 'ready' : 'error',
      message: error.message
    })
  },

  greyOutRead() {
    const patch = {}
    this.data.articles.forEach((article, i) => {
      if (!article.read && app.globalData.read.includes(article.id)) {
        patch[`articles[${i}].read`] = true
      }
    })
    if (Object.keys(patch).length) this.setData(patch)
  },

  openArticle(e) {
    wx.navigateTo({ url: `/pages/detail/detail?id=${e.currentTarget.dataset.id}` })
  },

  onShareAppMessage() {
    return { title: 'Tea Notes 茶记', path: '/pages/feed/feed' }
  }
})
