import Toast from 'tdesign-miniprogram/toast/index'

Page({
  data: { dialog: false, picker: false, cities: [{ label: 'Hangzhou', value: 'h' }, { label: 'Ningbo', value: 'n' }], heard: [] },
  hear(e) {
    this.setData({ heard: [...this.data.heard, { id: e.currentTarget.id, type: e.type, ...e.detail }] })
  },
  toast() {
    Toast({ context: this, selector: '#toast', message: 'hello', duration: 1000 })
  },
})
