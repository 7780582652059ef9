// The backend of Tea Notes in a box, for work on the train. Same paths and answers as the real one.
const articles = require('./articles.js')
const notebook = require('./notebook.js')
const pictures = require('./pictures.js')
const { steps, logOf } = require('./brew.js')

let visits = 0

const summaryOf = ({ id, title, author, publishedAt, summary }) => ({
  id, title, author, publishedAt, summary
})

const pageOf = query => {
  const size = Number(query.size) || 5
  const start = ((Number(query.page) || 1) - 1) * size
  return {
    items: articles.slice(start, start + size).map(summaryOf),
    hasMore: start + size < articles.length
  }
}

const find = id => articles.find(article => article.id === Number(id))

const notFound = { status: 404, json: { message: 'This note has been taken away' } }

module.exports = {
  'GET /feed': req => ({ json: pageOf(req.query), delay: 80 }),

  // The archive takes longer than WeChat lets a request live in the background.
  'GET /feed/slow': req => ({ json: pageOf(req.query), delay: 8000 }),

  'GET /articles/:id': req => {
    const article = find(req.params.id)
    if (!article) return notFound
    const next = find(article.id + 1)
    return { json: { ...article, next: next ? next.id : null }, delay: 40 }
  },

  'POST /articles/:id/likes': req => {
    const article = find(req.params.id)
    if (!article) return notFound
    article.likes += 1
    return { status: 201, json: { likes: article.likes }, delay: 40 }
  },

  // The tea master's log. A chunk may end within a character, as on a real network.
  'GET /brew': { chunks: logOf(steps, 11), interval: 40, headers: { 'content-type': 'text/plain; charset=utf-8' } },

  // May be kept for a minute.
  'GET /time': req => ({
    json: { time: ++visits },
    headers: { 'cache-control': 'max-age=60' }
  }),

  'GET /pictures/:name': { body: pictures.gongfu, headers: { 'content-type': 'image/png' } },

  'POST /pictures': req => ({ status: 201, json: pictures.receiptFor(req) }),

  // What the tea houses say when they can be reached.
  'GET /open': { json: { open: true } },
  'GET /hangs-up': { fault: 'reset' },
  'GET /half': { json: { open: true }, fault: 'truncate' },

  // The notebook's container; the gateway says who calls.
  'GET /notebook/notes': req => ({ json: notebook.of(req) }),
  'POST /notebook/notes': req => {
    notebook.add(req)
    return { status: 201, json: notebook.of(req) }
  },

  // The orders' container: those there are, and then whatever is called into the kitchen.
  'GET /orders/live': { websocket: { send: ['1 · Dong Ding, two cups 两杯'] } },

  // What the kettle says of itself, by plain HTTP.
  'GET /kettle': { json: { celsius: 85 } },

  // The tea room: an echo, as good as company on a train.
  'GET /talk': { websocket: 'echo' },

  // Always in maintenance, to see how the app takes it.
  'GET /status': { status: 503, json: { message: '维护中 · Under maintenance' } }
}
