// Promise wrapper around wx.request.

const BASE_URL = 'https://api.feed.example'

// WeChat cuts off requests that still run five seconds after the user has left.
const ERRNO_INTERRUPTED = 600003

function requestError(message, detail) {
  return Object.assign(new Error(message), detail)
}

// What the user gets to read. errMsg differs between platforms, so look for the common part only.
function wording(errMsg) {
  if (/time ?out/.test(errMsg)) return '网络有点慢 · The network is slow, please try again'
  if (/interrupted/.test(errMsg)) return '已暂停 · Paused while you were away'
  if (/domain list/.test(errMsg)) return 'The server domain is not configured for this mini program'
  return '网络不给力 · Cannot reach the server'
}

function send(method, path, data) {
  return new Promise((resolve, reject) => {
    wx.request({
      url: BASE_URL + path,
      method,
      data,
      success(res) {
        if (res.statusCode >= 200 && res.statusCode < 300) {
          resolve(res.data)
          return
        }
        const message = (res.data && res.data.message) || `Server error ${res.statusCode}`
        reject(requestError(message, { statusCode: res.statusCode }))
      },
      fail(err) {
        console.warn(method, path, err.errMsg)
        reject(requestError(wording(err.errMsg), { errMsg: err.errMsg, errno: err.errno }))
      }
    })
  })
}

module.exports = {
  get: (path, query) => send('GET', path, query),
  post: (path, body) => send('POST', path, body),
  isInterrupted: error => error.errno === ERRNO_INTERRUPTED
}
