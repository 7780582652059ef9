let page
beforeAll(async () => {
  page = await host.open('pages/index')
})
const heard = () => {
  const all = page.data.heard
  page.setData({ heard: [] })
  return all
}
const last = () => heard().at(-1)

it('presses a button, taps a cell', async () => {
  await page.tap('#button button')
  await page.tap('#cell .t-cell')
  expect(heard().map(e => `${e.id} ${e.type}`)).toEqual(['button tap', 'cell click'])
})
it('types', async () => {
  await page.trigger('#input input', 'input', { value: 'abc' })
  expect(last()).toMatchObject({ id: 'input', type: 'change', value: 'abc' })
  expect(page.$('#input').data.value).toBe('abc')
})
it('ticks boxes', async () => {
  await page.tap('#checkbox .t-checkbox')
  expect(last()).toMatchObject({ id: 'checkbox', type: 'change', checked: true })
  await page.$$('#fruits .t-checkbox')[1].tap()
  expect(last()).toMatchObject({ id: 'fruits', type: 'change', value: ['a', 'b'] })
})
it('chooses one of two', async () => {
  await page.$$('#radios .t-radio')[1].tap()
  expect(last()).toMatchObject({ id: 'radios', type: 'change', value: '2' })
  expect(page.$$('#radios t-radio').map(radio => radio.data.checked)).toEqual([false, true])
})
it('unfolds', async () => {
  await page.tap('#collapse .t-collapse-panel__title')
  expect(last()).toMatchObject({ id: 'collapse', type: 'change', value: ['p'] })
})
it('turns to another tab', async () => {
  await page.$$('#tabs .t-tabs__item')[1].tap()
  expect(last()).toMatchObject({ id: 'tabs', type: 'change', value: 'r', label: 'right' })
  expect(page.$$('#tabs t-tab-panel').map(panel => panel.data.active)).toEqual([false, true])
})
it('switches and counts', async () => {
  await page.tap('#switch .t-switch__body')
  expect(last()).toMatchObject({ id: 'switch', type: 'change', value: true })
  await page.tap('#stepper .t-stepper__plus')
  expect(last()).toMatchObject({ id: 'stepper', type: 'change', value: 2 })
  await page.tap('#stepper .t-stepper__plus')
  expect(last()).toMatchObject({ id: 'stepper', type: 'plus' })
})
it('asks, and is answered', async () => {
  page.setData({ dialog: true })
  await host.idle()
  expect(page.$('#dialog').text).toContain('sure?')
  const buttons = page.$$('#dialog button')
  await buttons[buttons.length - 1].tap()
  expect(last()).toMatchObject({ id: 'dialog', type: 'confirm' })
})
it('picks', async () => {
  page.setData({ picker: true })
  await host.idle()
  await page.tap('#picker .t-picker__confirm')
  expect(last()).toMatchObject({ id: 'picker', type: 'confirm', value: ['n'], label: ['Ningbo'] })
})
it('tells something for a while', async () => {
  page.call('toast')
  await host.clock.advance(100)
  expect(page.$('#toast').text).toContain('hello')
  await host.clock.advance(2000)
  expect(page.$('#toast').data.visible).toBe(false)
})
