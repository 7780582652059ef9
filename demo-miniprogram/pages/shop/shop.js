// The shop is a web page of ours.
Page({
  data: {
    src: 'https://feed.example/shop'
  },

  onLoad({ item }) {
    if (item) this.setData({ src: `https://shop.feed.example/items/${item}` })
  }
})
