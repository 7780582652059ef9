// A pot of tea as it is being made: the tea master's log, line by line, while it is written.
const { stream } = require('../../utils/stream')

Page({
  data: {
    // 'idle' | 'pouring' | 'done' | 'stopped'
    state: 'idle',
    lines: [],
    message: ''
  },

  onUnload() {
    this.stop()
  },

  pour() {
    this.setData({ state: 'pouring', lines: [], message: '' })
    return new Promise(resolve => {
      this.task = stream('/brew', {
        line: text => this.setData({ lines: this.data.lines.concat(text) }),
        end: error => {
          this.task = null
          this.setData({ state: error ? 'stopped' : 'done', message: error ? error.errMsg : '' })
          resolve()
        }
      })
    })
  },

  stop() {
    if (this.task) this.task.abort()
  }
})
