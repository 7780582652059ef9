// A pot of oolong, as its maker tells it, cut into chunks without regard to characters.
const steps = [
  '温壶 warm the pot',
  '投茶 7 g of Dong Ding',
  '醒茶 rinse, and pour it away',
  '第一泡 first infusion, 40 s',
  '第二泡 second infusion, 30 s: 蜜香 honey'
]

function utf8(text) {
  const escaped = encodeURIComponent(text)
  const bytes = []
  for (let i = 0; i < escaped.length; i += 1) {
    if (escaped[i] !== '%') bytes.push(escaped.charCodeAt(i))
    else {
      bytes.push(parseInt(escaped.slice(i + 1, i + 3), 16))
      i += 2
    }
  }
  return bytes
}

function logOf(lines, size) {
  const bytes = utf8(lines.map(line => `${line}\n`).join(''))
  const chunks = []
  for (let i = 0; i < bytes.length; i += size) {
    chunks.push(new Uint8Array(bytes.slice(i, i + size)).buffer)
  }
  return chunks
}

module.exports = { steps, logOf }
