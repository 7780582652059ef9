// Text from the bytes that sockets bring, which are UTF-8.
function decode(bytes) {
  const escaped = Array.from(new Uint8Array(bytes), byte => `%${byte.toString(16).padStart(2, '0')}`)
  return decodeURIComponent(escaped.join(''))
}

module.exports = { decode }
