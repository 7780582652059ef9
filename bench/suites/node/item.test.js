const assert = require('node:assert/strict')
const { before, describe, it, mock } = require('node:test')
const { price } = require('../utils/format')

describe('item NUMBER', () => {
  let page
  before(() => {
    globalThis.Page = options => {
      page = { ...options, data: { ...options.data }, setData: change => Object.assign(page.data, change) }
    }
    require('../pages/item/item')
    page.onLoad({ id: 'NUMBER' })
  })

  it('takes its id from the query', () => assert.equal(page.data.id, NUMBER))
  it('starts without a title', () => assert.equal(page.data.title, ''))

  it('loads', async () => {
    const answer = url => ({ statusCode: 200, data: { title: `Item ${url.split('/').pop()}`, cents: 1990 } })
    const done = new Promise(resolve => {
      globalThis.wx = { request: ({ url, success }) => setTimeout(() => resolve(success(answer(url))), 0) }
    })
    page.load()
    await done
    assert.equal(page.data.title, 'Item NUMBER')
    assert.equal(page.data.price, '¥19.90')
  })

  it('saves after 300 ms', () => {
    mock.timers.enable({ apis: ['setTimeout'] })
    page.save()
    mock.timers.tick(299)
    assert.equal(page.data.saved, false)
    mock.timers.tick(1)
    assert.equal(page.data.saved, true)
    mock.timers.reset()
  })

  it('formats', () => assert.equal(price(5), '¥0.05'))
})
