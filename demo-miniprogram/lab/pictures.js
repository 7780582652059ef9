// Pictures: one to fetch, and a counter where one's own are handed in.
const gongfu = new Uint8Array([
  137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 8, 0, 0, 0, 8, 8, 2, 0,
  0, 0, 75, 109, 41, 220, 0, 0, 0, 33, 73, 68, 65, 84, 120, 218, 99, 248, 254, 229, 13, 86, 196,
  0, 161, 170, 188, 52, 224, 8, 33, 129, 44, 10, 151, 163, 178, 4, 78, 203, 177, 34, 0, 20, 169,
  120, 97, 171, 143, 139, 68, 0, 0, 0, 0, 73, 69, 78, 68, 174, 66, 96, 130
]).buffer

let number = 0

// The text fields come before the file, so they can be read without taking the whole form apart.
function field(form, name) {
  const found = new RegExp(`name="${name}"\\r\\n\\r\\n([^\\r]*)`).exec(form)
  return found ? found[1] : ''
}

module.exports = {
  gongfu,

  receiptFor(req) {
    number += 1
    return { number, words: field(req.body, 'words'), bytes: req.bytes.byteLength }
  }
}
