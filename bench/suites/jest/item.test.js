const path = require('path')
const simulate = require('miniprogram-simulate')
const { price } = require('../utils/format')

describe('item NUMBER', () => {
  let item
  beforeAll(() => {
    const id = simulate.load(path.join(__dirname, '../components/item/item'))
    item = simulate.render(id, { number: NUMBER })
    item.attach(document.body)
  })

  it('takes its id from its property', () => expect(item.data.id).toBe(NUMBER))
  it('starts without a title', () => expect(item.data.title).toBe(''))

  it('loads', async () => {
    const answer = url => ({ statusCode: 200, data: { title: `Item ${url.split('/').pop()}`, cents: 1990 } })
    const done = new Promise(resolve => {
      wx.request = ({ url, success }) => setTimeout(() => resolve(success(answer(url))), 0)
    })
    item.instance.load()
    await done
    expect(item.data).toMatchObject({ title: 'Item NUMBER', price: '¥19.90' })
  })

  it('saves after 300 ms', () => {
    jest.useFakeTimers()
    item.instance.save()
    jest.advanceTimersByTime(299)
    expect(item.data.saved).toBe(false)
    jest.advanceTimersByTime(1)
    expect(item.data.saved).toBe(true)
    jest.useRealTimers()
  })

  it('formats', () => expect(price(5)).toBe('¥0.05'))
})
