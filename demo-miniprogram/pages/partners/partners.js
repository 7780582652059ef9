// Tea houses whose servers we do not run ourselves. Some of them have trouble, and we say which.
const PARTNERS = [
  { name: 'Old Well 古井', url: 'https://good.house.example/open' },
  { name: 'Forgotten 忘年', url: 'https://expired.house.example/open' },
  { name: 'Tomorrow 明日', url: 'https://early.house.example/open' },
  { name: 'Next Door 邻家', url: 'https://neighbour.house.example/open' },
  { name: 'Hermit 隐士', url: 'https://hermit.house.example/open' },
  { name: 'Stranger 远客', url: 'https://stranger.house.example/open' },
  { name: 'Half Chain 半链', url: 'https://halfchain.house.example/open' },
  { name: 'Museum 博物馆', url: 'https://museum.house.example/open' },
  { name: 'Paper Door 纸门', url: 'https://paperdoor.house.example/open' },
  { name: 'Closed 打烊', url: 'https://closed.house.example/open' },
  { name: 'Hangs Up 挂断', url: 'https://good.house.example/hangs-up' },
  { name: 'Half a Word 半句', url: 'https://good.house.example/half' },
  { name: 'Not Listed 未备案', url: 'https://unlisted.house.example/open' }
]

function ask({ name, url }) {
  return new Promise(resolve => {
    wx.request({
      url,
      success: res => resolve({ name, open: res.data.open === true, trouble: '', errno: 0 }),
      fail: error => resolve({ name, open: false, trouble: error.errMsg, errno: error.errno })
    })
  })
}

Page({
  data: {
    partners: []
  },

  async visit() {
    // Thirteen at once: three of them wait for their turn.
    this.setData({ partners: await Promise.all(PARTNERS.map(ask)) })
  }
})
