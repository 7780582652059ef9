// Notes by person. In a container of WeChat cloud hosting the gateway says who calls, and nobody else can.
const notes = new Map()

const ownerOf = req => req.headers['x-wx-openid']

module.exports = {
  of: req => ({ owner: ownerOf(req), notes: notes.get(ownerOf(req)) || [] }),

  add(req) {
    notes.set(ownerOf(req), (notes.get(ownerOf(req)) || []).concat(req.json.text))
  }
}
