import Dialog from '@vant/weapp/dialog/dialog'
import Toast from '@vant/weapp/toast/toast'

Page({
  data: {
    name: 'a', checked: false, fruits: ['a'], radio: '1', open: [], tab: 0, on: false, stars: 2, count: 1, sheet: false,
    actions: [{ name: 'first' }, { name: 'second', disabled: true }],
    columns: ['Hangzhou', 'Ningbo', 'Wenzhou'],
    heard: [],
  },
  hear(e) {
    this.setData({ heard: [...this.data.heard, `${e.target.id} ${e.type} ${JSON.stringify(e.detail)}`] })
  },
  keep(e) {
    this.hear(e)
    this.setData({ [e.currentTarget.dataset.field]: e.detail })
  },
  confirm: () => Dialog.confirm({ title: 'sure?', message: 'really' }),
  toast: () => Toast('hello'),
})
