const { price } = require('../utils/format')

describe('item NUMBER', () => {
  let page
  beforeAll(async () => {
    page = await host.open('pages/item/item?id=NUMBER')
  })

  it('takes its id from the query', () => expect(page.data.id).toBe(NUMBER))
  it('starts without a title', () => expect(page.data.title).toBe(''))

  it('loads', async () => {
    page.call('load')
    await host.idle()
    expect(page.data).toMatchObject({ title: 'Item NUMBER', price: '¥19.90' })
  })

  it('saves after 300 ms', async () => {
    page.call('save')
    await host.clock.advance(299)
    expect(page.data.saved).toBe(false)
    await host.clock.advance(1)
    expect(page.data.saved).toBe(true)
  })

  it('formats', () => expect(price(5)).toBe('¥0.05'))
})
