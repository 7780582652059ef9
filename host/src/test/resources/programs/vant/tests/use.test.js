let page
beforeAll(async () => {
  page = await host.open('pages/index')
})
const heard = () => {
  const all = page.data.heard
  page.setData({ heard: [] })
  return all
}

it('presses a button, and not one that is disabled', async () => {
  await page.tap('#button button')
  await page.tap('#disabled button')
  expect(heard().map(line => line.split(' ').slice(0, 2).join(' '))).toEqual(['button click'])
})
it('taps a cell and an item of a grid', async () => {
  await page.tap('#cell .van-cell')
  await page.tap('#grid-item .van-grid-item__content')
  expect(heard().map(line => line.split(' ')[0])).toEqual(['cell', 'grid-item'])
  expect(page.$('#cell').text).toContain('a cell')
})
it('types into a field', async () => {
  await page.trigger('#field input', 'input', { value: 'abc' })
  expect(page.data.name).toBe('abc')
  expect(heard()).toEqual(['field change "abc"'])
})
it('ticks boxes', async () => {
  await page.tap('#checkbox .van-checkbox__icon-wrap')
  expect(page.data.checked).toBe(true)
  expect(page.$('#checkbox').data.value).toBe(true)
  await page.tap('#fruit-b .van-checkbox__icon-wrap')
  expect(page.data.fruits).toEqual(['a', 'b'])
  await page.tap('#fruit-a .van-checkbox__icon-wrap')
  expect(page.data.fruits).toEqual(['b'])
  expect(heard()).toEqual(['checkbox change true', 'fruits change ["a","b"]', 'fruits change ["b"]'])
})
it('chooses one of two', async () => {
  await page.tap('#two .van-radio__icon-wrap')
  expect(page.data.radio).toBe('2')
  expect(page.$$('#radios van-radio').map(radio => radio.data.value)).toEqual(['2', '2'])
  heard()
})
it('unfolds', async () => {
  await page.tap('#collapse .van-cell')
  expect(page.data.open).toEqual(['1'])
  expect(page.$('#collapse van-collapse-item').data.expanded).toBe(true)
  heard()
})
it('turns to another tab', async () => {
  await page.$$('#tabs .van-tab')[1].tap()
  expect(heard()).toEqual(['tabs change {"index":1,"name":1,"title":"right"}'])
  expect(page.$$('#tabs van-tab').map(tab => tab.data.active)).toEqual([false, true])
  expect(page.$('#tabs').text).toContain('right text')
})
it('switches, rates and counts', async () => {
  await page.tap('#switch .van-switch')
  await page.$$('#rate .van-icon')[3].tap()
  await page.tap('#stepper .van-stepper__plus')
  await page.tap('#stepper .van-stepper__plus')
  await page.tap('#stepper .van-stepper__plus')
  expect(page.data.on).toBe(true)
  expect(page.data.stars).toBe(4)
  expect(page.data.count).toBe(3)
  expect(heard()).toEqual([
    'switch change true', 'rate change 4', 'stepper change 2', 'stepper change 3',
  ])
})
it('selects an action', async () => {
  page.setData({ sheet: true })
  await host.idle()
  await page.$$('#sheet .van-action-sheet__item')[0].tap()
  expect(heard()).toEqual(['sheet select {"name":"first"}', 'sheet close {}'])
})
it('picks', async () => {
  await page.tap('#picker .van-picker__confirm')
  expect(heard()).toEqual(['picker confirm {"value":"Hangzhou","index":0}'])
})
it('asks, and is answered', async () => {
  const answer = page.call('confirm')
  await host.idle()
  expect(page.$('#van-dialog').text).toContain('really')
  await page.$$('#van-dialog button')[1].tap()
  await answer
  const other = page.call('confirm').catch(why => why)
  await host.idle()
  await page.$$('#van-dialog button')[0].tap()
  expect((await other).is).toMatch(/dialog/)
})
it('tells something for a while', async () => {
  page.call('toast')
  await host.clock.advance(100)
  expect(page.$('#van-toast').text).toContain('hello')
  await host.clock.advance(3000)
  expect(page.$('#van-toast').data.show).toBe(false)
})
