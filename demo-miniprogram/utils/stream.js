// Lines of text from an answer that goes on for a while. A chunk may end anywhere, also within a
// character: whole lines are decoded, the rest waits for the next chunk.
const NEWLINE = 10
const BASE_URL = 'https://api.feed.example'

function decode(bytes) {
  return decodeURIComponent(bytes.map(byte => `%${byte.toString(16).padStart(2, '0')}`).join(''))
}

function stream(path, { line, end }) {
  let rest = []
  const task = wx.request({
    url: BASE_URL + path,
    enableChunked: true,
    dataType: 'text',
    success: () => end(null),
    fail: error => end(error)
  })
  task.onChunkReceived(({ data }) => {
    for (const byte of new Uint8Array(data)) {
      if (byte !== NEWLINE) {
        rest.push(byte)
        continue
      }
      line(decode(rest))
      rest = []
    }
  })
  return task
}

module.exports = { stream }
